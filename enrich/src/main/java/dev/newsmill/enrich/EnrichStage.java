package dev.newsmill.enrich;

import com.google.auto.service.AutoService;
import dev.newsmill.message.Article;
import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.stage.Outcome;
import dev.newsmill.stage.Stage;
import dev.newsmill.stage.StageProvider;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Stage {@code enrich}: articles in, enriched articles out. Drops nothing. */
@AutoService(StageProvider.class)
public final class EnrichStage implements StageProvider<Article, EnrichedArticle> {

    @Override
    public String name() {
        return "enrich";
    }

    @Override
    public String version() {
        return "1.0";
    }

    @Override
    public Class<Article> input() {
        return Article.class;
    }

    @Override
    public Class<EnrichedArticle> output() {
        return EnrichedArticle.class;
    }

    /** Option {@code enrich.off}: names of annotators to leave out, apart by commas. */
    @Override
    public Stage<Article, EnrichedArticle> open(Map<String, String> options) {
        Set<String> off = Arrays.stream(options.getOrDefault("enrich.off", "").split(","))
                .map(String::strip)
                .collect(Collectors.toSet());
        Enricher enricher = Enricher.load(off);
        return article -> Outcome.emit(enricher.enrich(article));
    }
}
