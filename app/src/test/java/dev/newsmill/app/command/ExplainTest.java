package dev.newsmill.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.newsmill.app.console.Cells;
import dev.newsmill.app.console.Screen;
import dev.newsmill.clean.Cleaner;
import dev.newsmill.clean.Explanation;
import dev.newsmill.message.Page;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplainTest {
    private static final Cleaner CLEANER = new Cleaner();
    private static final String TEXT =
            "<p>The ferry crossed the lake again on Friday, after two winters in the yard, and the whole"
                    + " town came to the pier, where the brass band of the school played for an hour.</p>";
    private static final Page STORY = page("""
            <html lang="en"><head><title>Ferry returns to the lake - Lakeside Post</title>
            <meta property="og:site_name" content="Lakeside Post"></head><body>
            <nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>Ferry returns to the lake</h1>
            <p class="byline">By Ida Holm</p>%s<p class="newsletter">Sign up for our newsletter and never miss a boat.</p>%s
            </article><footer>All rights reserved.</footer></body></html>
            """.formatted(TEXT, TEXT.replace("Friday", "Saturday")));
    private static final Page NOTHING = page("<title>Page not found</title><h1>Page not found</h1><p>Sorry.</p>");

    @Test
    void showsWhereAFieldIsFromAndWhatLost() {
        assertThat(shown(STORY, Screen.pipe(), false)).contains("""
                FIELDS
                headline       Ferry returns to the lake
                               h1 html > body > article > h1
                               not title: Ferry returns to the lake - Lakeside Post
                """).contains("authors        Ida Holm");
    }

    @Test
    void showsWhatWasRemovedByWhichRule() {
        String shown = shown(STORY, Screen.pipe(), false);
        assertThat(shown)
                .containsPattern(
                        "\n- newsletter\\S*(: .*)? +49\n  html > body > article > p.newsletter\n  Sign up for our newsletter");
    }

    @Test
    void showsWhyAPartStayed() {
        assertThat(shown(STORY, Screen.pipe(), false))
                .containsPattern("\n\\+ judge: text with probability [01].\\d\\d +\\d+\n");
    }

    @Test
    void showsOnlyWhatWasRemovedIfOnlyThatIsWanted() {
        assertThat(shown(STORY, Screen.pipe(), true))
                .contains("\nREMOVED\n", "\n- ")
                .doesNotContain("FIELDS", "\n+ ");
    }

    @Test
    void saysWhyAPageIsNoArticleWithTheLimit() {
        assertThat(shown(NOTHING, Screen.pipe(), false))
                .startsWith("no article: error-page: \"Page not found\", ")
                .contains("fewer than 120");
    }

    @Test
    void everyLineFitsTheTerminal() {
        assertThat(shown(STORY, Screen.plainTerminal(60), false).lines())
                .allSatisfy(line -> assertThat(Cells.width(line)).isLessThanOrEqualTo(60));
    }

    @Test
    void hasColoursOnATerminalOnly() {
        assertThat(shown(STORY, Screen.terminal(80), false)).contains("\u001b[");
        assertThat(shown(STORY, Screen.pipe(), false)).doesNotContain("\u001b");
    }

    @Test
    void noPageMovesTheCursor() {
        Page hostile = page("<h1>Ferry \u001b[2J returns</h1>" + TEXT.replace("Friday", "\u001b[31mFriday") + TEXT);
        assertThat(shown(hostile, Screen.plainTerminal(80), false)).doesNotContain("\u001b");
    }

    @Test
    void saysTheSameInJson() {
        JsonNode json = ExplainJson.of(STORY, CLEANER.explain(STORY));
        assertThat(json.path("schema").asText()).isEqualTo("newsmill.explain/1");
        assertThat(json.path("outcome").asText()).isEqualTo("emitted");
        assertThat(json.at("/fields/headline/value").asText()).isEqualTo("Ferry returns to the lake");
        assertThat(json.at("/fields/headline/losers/0/source").asText()).isEqualTo("title");
        assertThat(json.path("parts"))
                .anySatisfy(part -> assertThat(part.path("kept").asBoolean()).isTrue());
    }

    @Test
    void saysWhyThereIsNoArticleInJson() {
        JsonNode json = ExplainJson.of(NOTHING, CLEANER.explain(NOTHING));
        assertThat(json.path("outcome").asText()).isEqualTo("dropped");
        assertThat(json.path("reason").asText()).isEqualTo("error-page");
    }

    @Test
    void explainsPlainTextLineByLine() {
        Page text = Page.of(
                "file:///ferry.txt",
                ("Skip to content\n\nFerry returns to the lake\n\n" + TEXT.replaceAll("<[^>]*>", "") + "\n")
                        .getBytes(StandardCharsets.UTF_8),
                Instant.EPOCH,
                Map.of("content-type", "text/plain"));
        assertThat(shown(text, Screen.pipe(), false)).containsPattern("- skip-link.*\n  line 1\n  Skip to content\n");
    }

    private static String shown(Page page, Screen screen, boolean removedOnly) {
        Explanation explanation = CLEANER.explain(page);
        new ExplainScreen(screen.console()).print(page, explanation, removedOnly);
        return screen.out();
    }

    private static Page page(String html) {
        return Page.of(
                "https://lakeside.example/ferry",
                html.getBytes(StandardCharsets.UTF_8),
                Instant.EPOCH,
                Map.of("content-type", "text/html"));
    }
}
