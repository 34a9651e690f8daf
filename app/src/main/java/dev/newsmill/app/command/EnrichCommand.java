package dev.newsmill.app.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.newsmill.app.console.CommandException;
import dev.newsmill.app.console.ExitCode;
import dev.newsmill.app.mill.Stages;
import dev.newsmill.message.Article;
import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.message.Json;
import dev.newsmill.message.PageId;
import dev.newsmill.stage.Outcome;
import dev.newsmill.stage.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code newsmill enrich}: the enricher as a filter. */
@Command(
        name = "enrich",
        description = "The enricher alone, without Kafka: an article in, an enriched article out.",
        header = {
            "Examples:",
            "  newsmill clean page.html | newsmill enrich > enriched.json",
            "  newsmill enrich --text \"Putin met him on Thursday.\" --date 2021-11-04",
            "  newsmill enrich --manifest articles.jsonl > enriched.jsonl",
            ""
        })
final class EnrichCommand implements Callable<Integer> {
    private static final int MAX_STDIN_BYTES = 64 << 20;

    @ParentCommand
    @Nullable
    Newsmill root;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "article as JSON; - or nothing: stdin")
    @Nullable
    String file;

    @Option(names = "--text", paramLabel = "TEXT", description = "a text instead of an article")
    @Nullable
    String text;

    @Option(names = "--date", paramLabel = "DATE", description = "with --text: when it was published, ISO-8601")
    @Nullable
    String date;

    @Option(names = "--off", paramLabel = "NAMES", description = "annotators to leave out, apart by commas")
    String off = "";

    @Option(
            names = "--manifest",
            paramLabel = "FILE",
            description = "JSON lines {\"id\",\"text\"|\"article\",\"datePublished\"?}; JSON lines out, in order")
    @Nullable
    Path manifest;

    @Option(names = "--threads", paramLabel = "N", description = "with --manifest (one a processor)")
    @Nullable
    Integer threads;

    @Override
    public Integer call() throws Exception {
        Newsmill newsmill = Objects.requireNonNull(root);
        try (Stage<Article, EnrichedArticle> enricher = open(off)) {
            if (manifest != null) {
                return new ManifestRun(newsmill.console(), threads)
                        .run(manifest, line -> Json.shared().valueToTree(enrich(enricher, article(line))));
            }
            EnrichedArticle enriched = enrich(enricher, input());
            newsmill.console()
                    .print(
                            newsmill.console().json()
                                    ? Json.shared().writeValueAsString(enriched)
                                    : CleanCommand.pretty(enriched));
            return ExitCode.DONE;
        }
    }

    private Article input() throws IOException {
        if (text != null) return Article.ofText(PageId.of("text:"), "text:", text, date);
        boolean stdin = file == null || file.equals("-");
        try {
            byte[] bytes =
                    stdin ? System.in.readNBytes(MAX_STDIN_BYTES) : Files.readAllBytes(Path.of(String.valueOf(file)));
            return Json.shared().readValue(bytes, Article.class);
        } catch (JsonProcessingException e) {
            throw CommandException.failed(
                    (stdin ? "stdin" : file) + " is no article: " + e.getOriginalMessage(),
                    "Make one: newsmill clean page.html | newsmill enrich");
        } catch (IOException e) {
            throw CommandException.failed("cannot read " + file + ": " + e.getMessage(), "Give an article as JSON.");
        }
    }

    private static Article article(JsonNode line) throws JsonProcessingException {
        JsonNode article = line.path("article");
        if (article.isObject()) return Json.shared().treeToValue(article, Article.class);
        String text = line.path("text").textValue();
        if (text == null) throw new IllegalArgumentException("the line has neither \"text\" nor \"article\"");
        String id = line.path("id").asText();
        return Article.ofText(id, "text:" + id, text, line.path("datePublished").textValue());
    }

    private static EnrichedArticle enrich(Stage<Article, EnrichedArticle> enricher, Article article) throws Exception {
        Outcome<EnrichedArticle> outcome = enricher.apply(article);
        if (outcome instanceof Outcome.Emit<EnrichedArticle> emit) return emit.value();
        throw new IllegalStateException("dropped: " + ((Outcome.Drop<EnrichedArticle>) outcome).reason());
    }

    @SuppressWarnings("unchecked") // the stage named enrich makes enriched articles; the chain is checked by type
    private static Stage<Article, EnrichedArticle> open(String off) {
        return (Stage<Article, EnrichedArticle>) Stages.named("enrich").open(Map.of("enrich.off", off));
    }
}
