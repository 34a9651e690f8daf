package dev.newsmill.app.command;

import dev.newsmill.app.console.CommandException;
import dev.newsmill.app.console.Console;
import dev.newsmill.app.console.ExitCode;
import dev.newsmill.message.Edit;
import dev.newsmill.publish.Archive;
import dev.newsmill.publish.ArticleDiff;
import dev.newsmill.publish.ArticleRow;
import dev.newsmill.publish.FieldDiff;
import dev.newsmill.publish.StoredArticle;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code newsmill diff}: two revisions of an article. */
@Command(
        name = "diff",
        description = {
            "What two revisions of an article say otherwise, field by field, texts by words. The mill need not run."
        },
        header = {
            "Examples:",
            "  newsmill diff 3f9a12                 the newest against the one before",
            "  newsmill diff 3f9a12 --from 1        all that changed since the first",
            "  newsmill diff https://example.org/article --from 2 --to 3 --json",
            ""
        })
final class DiffCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    Newsmill root;

    @Parameters(paramLabel = "ID|URL", description = "id, beginning of one, URL or file of the page")
    String wanted = "";

    @Option(names = "--from", paramLabel = "N", description = "revision (the one before --to)")
    @Nullable
    Integer from;

    @Option(names = "--to", paramLabel = "N", description = "revision (the newest)")
    @Nullable
    Integer to;

    @Option(names = "--full", description = "texts whole, not only around their changes")
    boolean full;

    private record Shown(String schema, String id, int from, int to, List<Edit> edits, List<FieldDiff> fields) {}

    @Override
    public Integer call() {
        Newsmill newsmill = Objects.requireNonNull(root);
        try (Archive archive = Archives.open(newsmill.settings(Map.of()))) {
            ArticleRow row = Archives.one(archive, PageReceipts.url(wanted));
            int newer = to == null ? row.revision() : to;
            StoredArticle after = revision(archive, row, newer);
            StoredArticle before = revision(archive, row, from == null ? newer - 1 : from);
            print(newsmill.console(), before, after);
        }
        return ExitCode.DONE;
    }

    private static StoredArticle revision(Archive archive, ArticleRow row, int number) {
        StoredArticle found = archive.show(row.id(), number);
        if (found != null) return found;
        String has =
                row.revision() == 1 ? "one revision, and nothing to compare it with" : row.revision() + " revisions";
        throw CommandException.notFound(
                "article " + row.id() + " has no revision " + number,
                "It has " + has + ": newsmill show " + Measures.shortId(row.id()));
    }

    private void print(Console console, StoredArticle before, StoredArticle after) {
        ArticleDiff diff = ArticleDiff.between(before.article(), after.article());
        int older = before.revision().number();
        int newer = after.revision().number();
        if (console.json()) {
            List<Edit> edits = newer == older + 1 ? after.revision().edits() : diff.edits();
            console.printJson(
                    new Shown("newsmill.diff/1", after.revision().articleId(), older, newer, edits, diff.fields()));
            return;
        }
        DiffScreen screen = new DiffScreen(console, full);
        screen.print(before.revision(), after.revision(), diff);
    }
}
