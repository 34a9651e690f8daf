package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EmbedRuleTest {
    private static final String ABOVE =
            "<p>The mayor answered in the evening, and she did so in public, as she often does.</p>";
    private static final String POST = "<blockquote class=twitter-tweet><p>The bridge stays open.</p>Town of Lakeside"
            + " (@lakeside)</blockquote>";
    private static final String BELOW = "<p>Her opponents, who had hoped for more, read it with some surprise.</p>";
    private static final List<String> PARTS = List.of("The bridge stays open.", "Town of Lakeside (@lakeside)");

    @Test
    void aPostBetweenLinesOfTextIsText() {
        assertThat(kept(ABOVE + POST + BELOW, Set.copyOf(PARTS))).containsAll(PARTS);
    }

    @Test
    void aCaptionBetweenPostAndTextDoesNotPartThem() {
        String caption = "<p class=caption>A bridge</p>";
        assertThat(kept(ABOVE + caption + POST + BELOW, Set.of(PARTS.get(0), PARTS.get(1), "A bridge")))
                .containsAll(PARTS)
                .doesNotContain("A bridge");
    }

    @Test
    void aPostAfterTheTextIsLeftOut() {
        assertThat(kept(ABOVE + BELOW + POST, Set.copyOf(PARTS))).doesNotContainAnyElementsOf(PARTS);
    }

    @Test
    void theSignatureOfAPostThatStaysStaysToo() {
        assertThat(kept(ABOVE + POST, Set.of(PARTS.get(1)))).containsAll(PARTS);
    }

    /** What stays of a page after its lines {@code removed} were taken and the rule has run. */
    private static List<String> kept(String html, Set<String> removed) {
        Outline outline = Pages.outline("<body><main>" + html + "</main></body>");
        Main main = new Main(outline, outline.regions().get(0), new Facts(), true);
        for (Line line : main.lines()) if (removed.contains(line.text)) line.remove("unlikely", null);
        new EmbedRule().apply(main);
        return main.lines().stream().filter(Line::kept).map(line -> line.text).toList();
    }
}
