package dev.newsmill.app.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newsmill.app.config.Settings;
import dev.newsmill.app.console.CommandException;
import dev.newsmill.app.console.Console;
import dev.newsmill.app.console.ExitCode;
import dev.newsmill.app.filter.Markdown;
import dev.newsmill.message.Json;
import dev.newsmill.message.Page;
import dev.newsmill.publish.Archive;
import dev.newsmill.publish.ArticleRow;
import dev.newsmill.publish.StoredArticle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code newsmill show}: one article of the archive. */
@Command(
        name = "show",
        description = {
            "One article of the archive, to read. The mill need not run, except for --stage raw: the page's bytes are"
                    + " in Kafka."
        },
        header = {
            "Examples:",
            "  newsmill show 3f9a12               the beginning of its id is enough",
            "  newsmill show https://example.org/article --stage enrich",
            "  newsmill show 3f9a12 --revision 1 --format markdown > article.md",
            "  newsmill show 3f9a12 --stage raw > page.html",
            ""
        })
final class ShowCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    Newsmill root;

    @Parameters(paramLabel = "ID|URL", description = "id, beginning of one, URL or file of the page")
    String wanted = "";

    @Option(names = "--revision", paramLabel = "N", description = "that one (the newest)")
    @Nullable
    Integer revision;

    @Option(names = "--stage", paramLabel = "STAGE", description = "as it left raw, clean, enrich or publish (publish)")
    Stage stage = Stage.publish;

    @Option(names = "--format", paramLabel = "F", description = "text, json or markdown (text)")
    Format format = Format.text;

    /** How far in the mill. */
    enum Stage {
        raw,
        clean,
        enrich,
        publish
    }

    /** What is printed of an article. */
    enum Format {
        text,
        json,
        markdown
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Newsmill newsmill = Objects.requireNonNull(root);
        Settings settings = newsmill.settings(Map.of());
        StoredArticle article;
        try (Archive archive = Archives.open(settings)) {
            article = article(archive, Archives.one(archive, PageReceipts.url(wanted)));
        }
        if (stage == Stage.raw) raw(newsmill.console(), settings, article);
        else print(newsmill.console(), article);
        return ExitCode.DONE;
    }

    private StoredArticle article(Archive archive, ArticleRow row) {
        StoredArticle found = revision == null ? archive.show(row.id()) : archive.show(row.id(), revision);
        if (found != null) return found;
        throw CommandException.notFound(
                "article " + row.id() + " has no revision " + revision,
                row.revision() == 1 ? "It has one: leave --revision out." : "Give 1 to " + row.revision() + ".");
    }

    private void print(Console console, StoredArticle stored) throws IOException {
        if (console.json()) {
            ObjectNode object = Json.shared().createObjectNode().put("schema", "newsmill.show/1");
            object.setAll((ObjectNode) Json.shared().valueToTree(message(stored)));
            console.printJson(object);
            return;
        }
        switch (format) {
            case json -> console.print(CleanCommand.pretty(message(stored)));
            case markdown ->
                console.print(safe(Markdown.of(stored.article().article()).stripTrailing(), console));
            case text -> text(new ArticleScreen(console), stored);
        }
    }

    private void text(ArticleScreen screen, StoredArticle stored) {
        switch (stage) {
            case clean -> screen.printText(stored.article().article());
            case enrich -> screen.printMarked(stored.article());
            case raw, publish -> screen.print(stored.article(), stored.revision());
        }
    }

    private Object message(StoredArticle stored) {
        return switch (stage) {
            case clean -> stored.article().article();
            case enrich -> stored.article();
            case raw, publish -> stored.publication();
        };
    }

    private static void raw(Console console, Settings settings, StoredArticle stored) throws InterruptedException {
        Page page = new RawPage(console, settings).of(stored);
        if (console.json()) {
            console.printJson(Json.shared()
                    .createObjectNode()
                    .put("schema", "newsmill.page/1")
                    .put("url", page.url())
                    .put("at", stored.revision().page().toString())
                    .put("fetchedAt", page.fetchedAt().toString())
                    .put("contentType", page.contentType())
                    .put("body", page.body()));
        } else if (console.terminal()) {
            console.print(safe(new String(page.body(), StandardCharsets.UTF_8), console));
        } else {
            console.printBytes(page.body());
        }
    }

    /** A pipe gets the text as it is; on a terminal no page may move the cursor. */
    private static String safe(String text, Console console) {
        if (!console.terminal()) return text;
        StringBuilder safe = new StringBuilder();
        text.lines().forEach(line -> safe.append(Console.clean(line)).append('\n'));
        return safe.toString().stripTrailing();
    }
}
