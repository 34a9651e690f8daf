package dev.newsmill.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.newsmill.message.Article;
import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.message.Json;
import dev.newsmill.message.Origin;
import dev.newsmill.message.PageId;
import dev.newsmill.publish.Archive;
import dev.newsmill.publish.Publisher;
import dev.newsmill.stage.Input;
import dev.newsmill.stage.Provenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Revisions of an article, compared without a mill. */
class DiffTest {
    private static final String URL = "https://news.example.org/pier";
    private static final String LONG = " The pier stays shut to cars, as it has been since the spring.".repeat(4);

    @TempDir
    static Path folder;

    @BeforeAll
    static void publish() throws IOException {
        Files.createFile(config());
        Clock clock = Clock.fixed(Receipts.NOON, ZoneOffset.UTC);
        String archive = Files.createDirectories(folder.resolve("data"))
                .resolve("newsmill.db")
                .toString();
        try (Publisher publisher = new Publisher(Archive.openOrCreate(archive), clock)) {
            publisher.applyAll(List.of(
                    page(1, URL, "Some 40 boats left the old pier." + LONG),
                    page(2, URL, "Some 45 boats left the old pier." + LONG),
                    page(3, URL, "Some 45 boats left the \u001b[2Jnew pier." + LONG),
                    page(4, URL + "/other", "One revision only.")));
        }
    }

    @Test
    void comparesTheNewestWithTheOneBefore() {
        Shelled diff = newsmill("diff", URL);
        assertThat(diff.code()).isZero();
        assertThat(diff.out()).contains("revision 2 of", "→ revision 3 of", "text\n", "[-old-]", "since the …");
        assertThat(diff.out()).doesNotContain("40", "\u001b");
    }

    @Test
    void comparesAnyTwo() {
        assertThat(newsmill("diff", URL, "--from", "1").out()).contains("[-40-]{+45+}", "[-old-]");
        assertThat(newsmill("diff", URL, "--to", "2").out())
                .contains("[-40-]{+45+}", "edits: numbers")
                .doesNotContain("[-old-]");
        assertThat(newsmill("diff", URL, "--from", "3", "--to", "1").out()).contains("[-45-]{+40+}");
        assertThat(newsmill("diff", URL, "--from", "2", "--to", "2").out()).contains("They say the same.");
    }

    @Test
    void showsTheWholeTextWhereItIsAskedFor() {
        assertThat(newsmill("diff", URL, "--full").out().replaceAll("\\s+", " "))
                .contains(LONG.strip())
                .doesNotContain("…");
    }

    @Test
    void jsonHasFieldsAndPieces() throws IOException {
        JsonNode diff = Json.shared()
                .readTree(newsmill("diff", URL, "--to", "2", "--json").out());
        assertThat(diff.path("schema").asText()).isEqualTo("newsmill.diff/1");
        assertThat(diff.path("from").asInt()).isEqualTo(1);
        assertThat(diff.at("/edits/0").asText()).isEqualTo("numbers");
        assertThat(diff.at("/fields/0/field").asText()).isEqualTo("text");
        assertThat(diff.at("/fields/0/pieces/1/text").asText()).isEqualTo("40");
    }

    @Test
    void showPrintsAnOlderRevisionWithItsEdits() {
        assertThat(newsmill("show", URL, "--revision", "2").out())
                .contains("Some 45 boats left the old pier.", "revision 2 (updated: text; edits: numbers)");
    }

    @Test
    void findsWhatChangedSince() {
        assertThat(newsmill("find", "--changed-since", "2024-03-01").out().lines())
                .hasSize(1);
        assertThat(newsmill("find", "--changed-since", "1d").code()).isEqualTo(5);
        assertThat(newsmill("find", "--changed-since", "soon").code()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "diff https://news.example.org/pier/other, 5",
        "diff https://news.example.org/pier --from 9, 5",
        "diff https://news.example.org/pier --from 0, 5",
        "diff https://news.example.org/none, 5",
        "diff, 2",
    })
    void whatIsNotThereIsSaid(String command, int code) {
        assertThat(newsmill(command.split(" ")).code()).isEqualTo(code);
    }

    private static Input<EnrichedArticle> page(int number, String url, String text) {
        Article article = Article.ofText(PageId.of(url), url, text, null);
        EnrichedArticle enriched = new EnrichedArticle(
                article, List.of(), List.of(), List.of(), List.of(), null, new TreeMap<>(), new TreeMap<>());
        Provenance from = new Provenance(
                new Origin("newsmill.pages", 0, number),
                Receipts.NOON.plusSeconds(number),
                new Origin("newsmill.enriched", 0, number),
                null,
                new TreeMap<>());
        return new Input<>(enriched, from);
    }

    private static Shelled newsmill(String... args) {
        List<String> line = new ArrayList<>(List.of(args));
        line.addAll(List.of("--data", folder.resolve("data").toString(), "--config", config().toString()));
        return Shelled.run(line.toArray(String[]::new));
    }

    private static Path config() {
        return folder.resolve("newsmill.yaml");
    }
}
