package dev.newsmill.app.command;

import dev.newsmill.app.config.Settings;
import dev.newsmill.app.console.Cells;
import dev.newsmill.app.console.CommandException;
import dev.newsmill.app.console.Console;
import dev.newsmill.app.console.ExitCode;
import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.message.Similarity;
import dev.newsmill.publish.Archive;
import dev.newsmill.publish.SimilarArticle;
import dev.newsmill.publish.StoredArticle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code newsmill similar}: finds copies of a report. */
@Command(
        name = "similar",
        description = {
            "Articles of the archive that are copies of one, or nearly: most alike first,",
            "by the share of word triples that they have in common, give or take 0.05."
        },
        header = {
            "Examples:",
            "  newsmill similar b8da4d5b",
            "  newsmill similar enriched.json --min 0.3",
            "  newsmill similar https://example.org/a --json",
            ""
        })
final class SimilarCommand implements Callable<Integer> {
    private static final int MOST = 1000;
    private static final int DAY = 10;

    @ParentCommand
    @Nullable
    Newsmill root;

    @Parameters(paramLabel = "ID|FILE", description = "id, beginning of one, URL; or a file: enriched article as JSON")
    String idOrFile = "";

    @Option(names = "--min", paramLabel = "SHARE", description = "least share in common, 0 to 1 (0.5)")
    double least = Similarity.SAME_REPORT;

    @Option(names = "--limit", paramLabel = "N", description = "most articles, 1 to 1000 (20)")
    int limit = 20;

    private record Found(String schema, String id, List<SimilarArticle> articles) {}

    @Override
    public Integer call() {
        if (limit < 1 || limit > MOST) throw CommandException.usage("--limit " + limit, "Give 1 to " + MOST + ".");
        if (!(least >= 0 && least <= 1)) throw CommandException.usage("--min " + least, "Give 0 to 1.");
        Newsmill newsmill = Objects.requireNonNull(root);
        Settings settings = newsmill.settings(Map.of());
        try (Archive archive = Archives.open(settings)) {
            EnrichedArticle article = article(archive);
            List<SimilarArticle> found = others(archive, article);
            print(newsmill.console(), article.id(), found);
            if (!found.isEmpty()) return ExitCode.DONE;
            newsmill.console()
                    .say("No other article is like that one. Less like it: newsmill similar --min 0.2 "
                            + Archives.quoted(idOrFile));
            return ExitCode.NOT_FOUND;
        }
    }

    private EnrichedArticle article(Archive archive) {
        Path file = Path.of(idOrFile);
        if (Files.isRegularFile(file)) return EnrichedFile.read(file);
        StoredArticle stored = archive.show(Archives.one(archive, idOrFile).id());
        return Objects.requireNonNull(stored).article();
    }

    /** One more is asked for, since the article is like itself. */
    private List<SimilarArticle> others(Archive archive, EnrichedArticle article) {
        String signature = article.signature();
        if (!Similarity.isSignature(signature)) {
            throw CommandException.notFound(
                    "'" + idOrFile + "' has no signature: its text has fewer than seven words, or nobody made one",
                    "Make one: newsmill clean page.html | newsmill enrich > enriched.json");
        }
        return archive.similar(Objects.requireNonNull(signature), least, limit + 1).stream()
                .filter(similar -> !similar.article().id().equals(article.id()))
                .limit(limit)
                .toList();
    }

    private static void print(Console console, String id, List<SimilarArticle> found) {
        if (console.json()) {
            console.printJson(new Found("newsmill.similar/1", id, found));
            return;
        }
        int hosts = found.stream().mapToInt(s -> Cells.width(host(s))).max().orElse(0);
        for (SimilarArticle similar : found) console.print(line(console, similar, hosts));
    }

    private static String line(Console console, SimilarArticle similar, int hosts) {
        String date = Console.clean(Objects.requireNonNullElse(similar.article().datePublished(), Measures.NONE));
        String headline = Objects.requireNonNullElse(
                similar.article().headline(), similar.article().url());
        return console.fit(percent(similar.share()) + "  "
                + Measures.shortId(similar.article().id()) + "  "
                + Cells.pad(date.substring(0, Math.min(DAY, date.length())), DAY) + "  "
                + Cells.pad(host(similar), hosts) + "  "
                + Console.clean(headline));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%3d %%", Math.round(100 * share));
    }

    private static String host(SimilarArticle similar) {
        return Console.clean(Sites.host(similar.article().url()));
    }
}
