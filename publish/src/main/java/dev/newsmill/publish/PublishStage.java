package dev.newsmill.publish;

import com.google.auto.service.AutoService;
import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.message.Publication;
import dev.newsmill.stage.Stage;
import dev.newsmill.stage.StageProvider;
import java.time.Clock;
import java.util.Map;

/** Stage {@code publish}: enriched articles in, revisions out. Drops what is {@code stale} or {@code unchanged}. */
@SuppressWarnings("rawtypes") // AutoService cannot name a generic interface with its types
@AutoService(StageProvider.class)
public final class PublishStage implements StageProvider<EnrichedArticle, Publication> {
    /** Where the archive is unless the options say otherwise. */
    public static final String DEFAULT_ARCHIVE = "data/newsmill.db";

    @Override
    public String name() {
        return "publish";
    }

    @Override
    public String version() {
        return "1.0";
    }

    @Override
    public Class<EnrichedArticle> input() {
        return EnrichedArticle.class;
    }

    @Override
    public Class<Publication> output() {
        return Publication.class;
    }

    /**
     * Option {@code archive}: a SQLite file or a PostgreSQL JDBC URL.
     *
     * @throws ArchiveException if it cannot be opened
     */
    @Override
    public Stage<EnrichedArticle, Publication> open(Map<String, String> options) {
        String location = options.getOrDefault("archive", DEFAULT_ARCHIVE);
        return new Publisher(Archive.openOrCreate(location), Clock.systemUTC());
    }
}
