package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.clean.Explanation.Part;
import dev.newsmill.message.Article;
import dev.newsmill.message.Page;
import dev.newsmill.stage.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is told of a page agrees with what becomes of it. */
class ExplanationTest {
    private static final String TEXT = "The ferry crossed the lake again on Friday, after two winters in the yard. ";

    private final Cleaner cleaner = new Cleaner();

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.newsmill.clean.GoldenPagesTest#slugs")
    void hasTheAnswerOfTheCleaner(String slug) throws IOException {
        Page page = golden(slug);
        assertThat(cleaner.explain(page).outcome()).isEqualTo(cleaner.clean(page));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.newsmill.clean.GoldenPagesTest#slugs")
    void tellsOfEachCharacterOfThePage(String slug) throws IOException {
        Page page = golden(slug);
        Cleaner.Read read = cleaner.read(page);
        int chars = read == null
                ? 0
                : read.outline().lines().stream().mapToInt(Line::chars).sum();
        assertThat(cleaner.explain(page).parts().stream().mapToInt(Part::chars).sum())
                .isEqualTo(chars);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.newsmill.clean.GoldenPagesTest#slugs")
    void keepsWhatTheArticleHolds(String slug) throws IOException {
        Explanation explanation = cleaner.explain(golden(slug));
        if (!(explanation.outcome() instanceof Outcome.Emit<Article> emit)) return;
        if (emit.value().evidence().containsKey("text")) return;
        String text = Whitespace.fold(emit.value().text());
        assertThat(explanation.parts().stream().filter(Part::kept).map(Part::excerpt))
                .isNotEmpty()
                .allSatisfy(excerpt -> assertThat(text).contains(excerpt.replace("…", "")));
    }

    @Test
    void ofAPageThatIsNoTextIsOnlyTheAnswer() {
        for (String body : new String[] {"", "\u0000\u0001\u0002".repeat(100)}) {
            Explanation explanation = cleaner.explain(Pages.page(body));
            assertThat(explanation.outcome()).isInstanceOf(Outcome.Drop.class);
            assertThat(explanation.parts()).isEmpty();
            assertThat(explanation.evidence()).isEmpty();
        }
    }

    @Test
    void saysWhereFieldsAreFromAlsoOfAPageThatWasDropped() {
        Explanation explanation = cleaner.explain(Pages.page("<title>The ferry</title><h1>The ferry</h1><p>Back.</p>"));
        assertThat(explanation.outcome()).isInstanceOf(Outcome.Drop.class);
        assertThat(explanation.evidence()).containsKey("headline");
    }

    @Test
    void ofPlainTextTellsTheRoleOfEachLine() {
        String text = "Skip to content\n\nThe ferry returns\n\n" + TEXT.repeat(2) + "\n\nShare\n\n" + TEXT + "\n";
        Page page = Page.of(
                "file:///a.txt",
                text.getBytes(StandardCharsets.UTF_8),
                Instant.EPOCH,
                Map.of("content-type", "text/plain"));
        assertThat(cleaner.explain(page).parts())
                .extracting(part -> part.path() + " " + part.rule() + " " + part.kept())
                .containsExactly(
                        "line 1 skip-link false",
                        "line 3 headline false",
                        "line 5 body true",
                        "line 7 boilerplate false",
                        "line 9 body true");
    }

    private static Page golden(String slug) throws IOException {
        byte[] body = Files.readAllBytes(Path.of("src/test/resources/pages", slug, "page.html"));
        return Page.of(
                "https://www.lakeside.example/" + slug, body, Instant.EPOCH, Map.of("content-type", "text/html"));
    }
}
