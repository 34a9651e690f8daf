package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newsmill.message.Article;
import dev.newsmill.message.Json;
import dev.newsmill.message.Page;
import dev.newsmill.message.Removed;
import dev.newsmill.stage.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.util.diff.Delta;
import org.assertj.core.util.diff.DiffUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pages written for one difficulty each, and what the cleaner makes of them. {@code -Dgolden.update} writes the
 * expectations anew; their diff is to be reviewed.
 */
class GoldenPagesTest {
    private static final Path PAGES = Path.of("src/test/resources/pages");
    private static final boolean UPDATE = System.getProperty("golden.update") != null;

    private final Cleaner cleaner = new Cleaner();

    static List<String> slugs() throws IOException {
        try (var dirs = Files.list(PAGES)) {
            return dirs.map(dir -> dir.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("slugs")
    void isCleanedAsExpected(String slug) throws IOException {
        Path expected = PAGES.resolve(slug).resolve("expected.json");
        String actual = json(clean(slug));
        if (UPDATE) Files.writeString(expected, actual);
        assertThat(differences(Files.readString(expected), actual))
                .as("lines of %s that are missing (-) and extra (+)", expected)
                .isEmpty();
    }

    @Test
    void aDifferenceNamesOnlyTheLinesThatDiffer() {
        assertThat(differences("a\nb\nc\nd\n", "a\nx\nc\nd\ne\n")).containsExactly("2 - b", "2 + x", "5 + e");
        assertThat(differences("a\n", "a")).containsExactly("another end of the last line");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("slugs")
    void isDroppedOnlyWhereItsNameSaysSo(String slug) throws IOException {
        assertThat(clean(slug) instanceof Outcome.Drop).isEqualTo(slug.startsWith("drop-"));
    }

    @Test
    void areManyEnough() throws IOException {
        assertThat(slugs()).hasSizeGreaterThanOrEqualTo(65);
    }

    private Outcome<Article> clean(String slug) throws IOException {
        byte[] body = Files.readAllBytes(PAGES.resolve(slug).resolve("page.html"));
        String url = slug.equals("drop-home-page")
                ? "https://www.lakeside.example/"
                : "https://www.lakeside.example/" + slug;
        return cleaner.clean(Page.of(url, body, Instant.EPOCH, Map.of("content-type", "text/html")));
    }

    /** Missing and extra lines, each with the line of the expectation where it stands or should stand. */
    private static List<String> differences(String expected, String actual) {
        List<String> differences = new ArrayList<>();
        for (Delta<String> delta : DiffUtils.diff(
                        expected.lines().toList(), actual.lines().toList())
                .getDeltas()) {
            int at = delta.lineNumber();
            delta.getOriginal().getLines().forEach(line -> differences.add(at + " - " + line));
            delta.getRevised().getLines().forEach(line -> differences.add(at + " + " + line));
        }
        if (differences.isEmpty() && !expected.equals(actual)) differences.add("another end of the last line");
        return differences;
    }

    /** What readers would see; evidence has tests of its own. */
    private static String json(Outcome<Article> outcome) throws IOException {
        ObjectNode tree;
        if (outcome instanceof Outcome.Emit<Article> emit) {
            tree = Json.shared().valueToTree(emit.value());
            tree.remove(List.of("id", "evidence", "fingerprint", "text", "removed"));
            tree.set(
                    "removed",
                    Json.shared()
                            .valueToTree(emit.value().removed().stream()
                                    .map(Removed::reason)
                                    .toList()));
            tree.withArray("blocks").forEach(block -> ((ObjectNode) block).remove(List.of("begin", "end")));
        } else {
            tree = Json.shared().createObjectNode().put("dropped", ((Outcome.Drop<Article>) outcome).reason());
        }
        return Json.shared().writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n";
    }
}
