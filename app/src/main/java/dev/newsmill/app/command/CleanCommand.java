package dev.newsmill.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newsmill.app.console.CommandException;
import dev.newsmill.app.console.Console;
import dev.newsmill.app.console.ExitCode;
import dev.newsmill.app.filter.Markdown;
import dev.newsmill.app.filter.PageFile;
import dev.newsmill.app.mill.Stages;
import dev.newsmill.message.Article;
import dev.newsmill.message.Json;
import dev.newsmill.message.Page;
import dev.newsmill.stage.Outcome;
import dev.newsmill.stage.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code newsmill clean}: the cleaner as a filter. */
@Command(
        name = "clean",
        description = "The cleaner alone, without Kafka: a page in, an article out.",
        header = {
            "Examples:",
            "  newsmill clean page.html > article.json",
            "  curl -s https://example.org/a | newsmill clean --format markdown -",
            "  newsmill clean --manifest pages.jsonl > articles.jsonl",
            ""
        })
final class CleanCommand implements Callable<Integer> {
    private static final int MAX_STDIN_BYTES = 64 << 20;

    @ParentCommand
    @Nullable
    Newsmill root;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "page (.html .txt, .gz of them); - or nothing: stdin")
    @Nullable
    String file;

    @Option(names = "--url", paramLabel = "URL", description = "where the page is from")
    @Nullable
    String url;

    @Option(names = "--format", paramLabel = "F", description = "json, text or markdown")
    Format format = Format.json;

    @Option(
            names = "--manifest",
            paramLabel = "FILE",
            description = "JSON lines {\"id\",\"file\",\"url\"?}; JSON lines out, in order")
    @Nullable
    Path manifest;

    @Option(names = "--threads", paramLabel = "N", description = "with --manifest (one a processor)")
    @Nullable
    Integer threads;

    /** What is printed of an article. */
    enum Format {
        json,
        text,
        markdown
    }

    @Override
    public Integer call() throws Exception {
        Newsmill newsmill = Objects.requireNonNull(root);
        try (Stage<Page, Article> cleaner = open()) {
            if (manifest != null) {
                return new ManifestRun(newsmill.console(), threads).run(manifest, line -> answer(cleaner, line));
            }
            return one(newsmill.console(), cleaner);
        }
    }

    private int one(Console console, Stage<Page, Article> cleaner) throws Exception {
        Outcome<Page> page = page();
        Outcome<Article> outcome = page instanceof Outcome.Emit<Page> emit
                ? cleaner.apply(emit.value())
                : Outcome.drop(((Outcome.Drop<Page>) page).reason(), ((Outcome.Drop<Page>) page).detail());
        if (outcome instanceof Outcome.Drop<Article> drop) {
            if (format == Format.json) console.print(pretty(dropped(drop)));
            console.say("dropped: " + drop.reason() + (drop.detail() == null ? "" : " (" + drop.detail() + ")"));
            return ExitCode.CHECK;
        }
        Article article = ((Outcome.Emit<Article>) outcome).value();
        switch (format) {
            case json -> console.print(console.json() ? Json.shared().writeValueAsString(article) : pretty(article));
            case text -> console.print(article.text());
            case markdown -> console.print(Markdown.of(article).stripTrailing());
        }
        return ExitCode.DONE;
    }

    private Outcome<Page> page() throws IOException {
        if (file != null && !file.equals("-")) {
            try {
                return PageFile.read(file, url);
            } catch (IOException e) {
                throw CommandException.failed(String.valueOf(e.getMessage()), "Give a page: newsmill clean page.html");
            }
        }
        byte[] body = System.in.readNBytes(MAX_STDIN_BYTES + 1);
        if (body.length > MAX_STDIN_BYTES) return Outcome.drop("too-large", "more than 64 MB on stdin");
        return Outcome.emit(PageFile.of(body, url == null ? "stdin:" : url));
    }

    private static ObjectNode answer(Stage<Page, Article> cleaner, JsonNode line) throws Exception {
        String file = line.path("file").textValue();
        if (file == null) throw new IllegalArgumentException("the line has no \"file\"");
        Outcome<Page> page = PageFile.read(file, line.path("url").textValue());
        if (page instanceof Outcome.Drop<Page> drop) return dropped(drop);
        Outcome<Article> outcome = cleaner.apply(((Outcome.Emit<Page>) page).value());
        return outcome instanceof Outcome.Drop<Article> drop
                ? dropped(drop)
                : Json.shared().valueToTree(((Outcome.Emit<Article>) outcome).value());
    }

    static ObjectNode dropped(Outcome.Drop<?> drop) {
        ObjectNode answer =
                JsonNodeFactory.instance.objectNode().put("outcome", "dropped").put("reason", drop.reason());
        return drop.detail() == null ? answer : answer.put("detail", drop.detail());
    }

    static String pretty(Object value) throws IOException {
        return Json.shared().writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }

    @SuppressWarnings("unchecked") // the stage named clean makes articles of pages; the chain is checked by type
    private static Stage<Page, Article> open() {
        return (Stage<Page, Article>) Stages.named("clean").open(Map.of());
    }
}
