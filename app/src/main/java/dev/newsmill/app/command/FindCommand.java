package dev.newsmill.app.command;

import dev.newsmill.app.config.Settings;
import dev.newsmill.app.console.Cells;
import dev.newsmill.app.console.CommandException;
import dev.newsmill.app.console.Console;
import dev.newsmill.app.console.ExitCode;
import dev.newsmill.publish.Archive;
import dev.newsmill.publish.ArchiveQuery;
import dev.newsmill.publish.ArticleRow;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code newsmill find}: searches the archive. */
@Command(
        name = "find",
        description = {
            "Articles of the archive: by their words, best first; without words, newest first. The mill need not run."
        },
        header = {
            "Examples:",
            "  newsmill find harbour strike",
            "  newsmill find '\"deeper integration\" -football' --lang en",
            "  newsmill find --host '*.example.org' --since 7d --limit 50",
            ""
        })
final class FindCommand implements Callable<Integer> {
    private static final int MOST = 1000;
    private static final int ROOM_FOR_HEADLINE = 24;

    @ParentCommand
    @Nullable
    Newsmill root;

    @Parameters(paramLabel = "WORD", description = "words, \"phrases\"; with a minus before it: not that")
    List<String> words = new ArrayList<>();

    @Option(names = "--host", paramLabel = "GLOB", description = "of the page: '*.example.org'")
    @Nullable
    String host;

    @Option(names = "--lang", paramLabel = "TAG", description = "language, such as en")
    @Nullable
    String language;

    @Option(names = "--since", paramLabel = "TIME", description = "published since: 7d ago, a date, a date and time")
    @Nullable
    String since;

    @Option(names = "--until", paramLabel = "TIME", description = "published before")
    @Nullable
    String until;

    @Option(names = "--changed-since", paramLabel = "TIME", description = "with a new revision since, not the first")
    @Nullable
    String changedSince;

    @Option(names = "--limit", paramLabel = "N", description = "most articles, 1 to 1000 (20)")
    int limit = 20;

    private record Found(String schema, List<ArticleRow> articles) {}

    @Override
    public Integer call() {
        Newsmill newsmill = Objects.requireNonNull(root);
        ArchiveQuery query = query(Clock.system(ZoneId.systemDefault()));
        Settings settings = newsmill.settings(Map.of());
        try (Archive archive = Archives.open(settings)) {
            List<ArticleRow> found = archive.search(query);
            print(newsmill.console(), found, query.text() != null);
            if (!found.isEmpty()) return ExitCode.DONE;
            newsmill.console()
                    .say(
                            archive.counts().articles() == 0
                                    ? "The archive is empty. Publish something: newsmill add URL|FILE|FOLDER"
                                    : "No article is like that. The newest: newsmill find");
            return ExitCode.NOT_FOUND;
        }
    }

    private ArchiveQuery query(Clock clock) {
        if (limit < 1 || limit > MOST) throw CommandException.usage("--limit " + limit, "Give 1 to " + MOST + ".");
        String text = String.join(" ", words).strip();
        Instant from = since == null ? null : Moment.parse("--since", since, clock);
        Instant to = until == null ? null : Moment.parse("--until", until, clock);
        Instant changed = changedSince == null ? null : Moment.parse("--changed-since", changedSince, clock);
        return new ArchiveQuery(text.isEmpty() ? null : text, host, language, from, to, changed, limit);
    }

    static void print(Console console, List<ArticleRow> found, boolean withSnippets) {
        if (console.json()) {
            console.printJson(new Found("newsmill.find/1", found));
            return;
        }
        int site = found.stream().mapToInt(r -> Cells.width(host(r))).max().orElse(0);
        int sites = Math.min(site, console.columns() == 0 ? site : Math.max(12, console.columns() / 4));
        for (ArticleRow row : found) {
            String headline = row.headline() == null ? row.url() : row.headline();
            console.print(console.dim(Measures.shortId(row.id())) + "  " + day(row) + "  "
                    + Cells.pad(Cells.cut(host(row), sites), sites) + "  "
                    + headline(console, Console.clean(headline), 22 + sites + 2));
            if (withSnippets) console.print(console.dim(console.fit("          " + Console.clean(row.snippet()))));
        }
    }

    private static String headline(Console console, String headline, int used) {
        if (console.columns() == 0) return headline;
        return console.bold(Cells.cut(headline, Math.max(ROOM_FOR_HEADLINE, console.columns() - used)));
    }

    private static String day(ArticleRow row) {
        String date = row.datePublished() == null ? Measures.NONE : Console.clean(row.datePublished());
        return Cells.pad(Cells.cut(date.length() > 10 ? date.substring(0, 10) : date, 10), 10);
    }

    private static String host(ArticleRow row) {
        return Console.clean(Sites.host(row.url()));
    }
}
