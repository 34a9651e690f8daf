package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.newsmill.clean.Explanation.Part;
import dev.newsmill.message.Removed;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was taken out, as articles list it and as an explanation tells it. */
class RemovalsTest {
    private static final String TEXT =
            "<p>The ferry crossed the lake again on Friday, after two winters in the yard.</p>";

    @Test
    void neighboursThatWentForOneReasonAreOneEntry() {
        Main main = main("<div class=share><p>One</p><p>Two</p></div>" + TEXT, "share", 0, 1);
        assertThat(Removals.of(main, 60))
                .containsExactly(new Removed("body > main > div.share > p", "share", "why", 6));
    }

    @Test
    void neighboursThatWentForOthersAreNot() {
        Main main = main("<p>One</p><p>Three</p>" + TEXT, "share", 0);
        main.lines().get(1).remove("tail", null);
        assertThat(Removals.of(main, 60))
                .extracting(Removed::reason, Removed::value, Removed::chars)
                .containsExactly(tuple("share", "why", 3), tuple("tail", null, 5));
    }

    @Test
    void aLineThatStayedPartsThem() {
        Main main = main("<p>One</p>" + TEXT + "<p>Two</p>", "share", 0, 2);
        assertThat(Removals.of(main, 60)).hasSize(2);
    }

    @Test
    void ofTooManyTheLargestStayInTheirOrder() {
        Main main = main("<p>One</p>" + TEXT + "<p>Seventeen</p>" + TEXT + "<p>Fourteen</p>", "share", 0, 2, 4);
        assertThat(Removals.of(main, 2)).extracting(Removed::chars).containsExactly(9, 8);
        assertThat(Removals.of(main, 0)).isEmpty();
    }

    @Test
    void theStandfirstWasNotTakenOut() {
        Main main = main("<p>One</p>" + TEXT, "share", 0);
        main.standfirst = main.lines().get(0);
        assertThat(Removals.of(main, 60)).isEmpty();
        assertThat(Parts.of(main).get(0))
                .isEqualTo(new Part("html > body > main > p", true, "standfirst", null, 3, "One"));
    }

    @Test
    void anExplanationTellsWhatStayedToo() {
        List<Part> parts = Parts.of(main(TEXT + "<p>One</p><p>Two</p>" + TEXT, "share", 1, 2));
        assertThat(parts).extracting(Part::kept).containsExactly(true, false, true);
        assertThat(parts).extracting(Part::rule).containsExactly("main part", "share", "main part");
        assertThat(parts.get(1).chars()).isEqualTo(6);
    }

    @Test
    void anExplanationGivesTheProbabilityOfWhatAJudgeKept() {
        Outline outline = Pages.outline("<body><main>" + TEXT + "</main></body>");
        outline.lines().get(0).probability = 0.876f;
        Main main = new Main(outline, outline.regions().get(0), new Facts(), true);
        assertThat(Parts.of(main))
                .extracting(Part::rule, Part::value)
                .containsExactly(tuple("judge", "text with probability 0.88"));
    }

    @Test
    void anExplanationSaysWhatStandsOutsideOfTheArticle() {
        Outline outline = Pages.outline("<body><main>" + TEXT + "</main><p>Imprint</p></body>");
        Main main = new Main(outline, outline.regions().get(1), new Facts(), true);
        main.lines().get(1).remove("outside", null);
        assertThat(Parts.of(main).get(1))
                .satisfies(part -> assertThat(part.rule()).isEqualTo("outside"))
                .satisfies(part -> assertThat(part.value()).isEqualTo("after the article"));
        assertThat(Removals.of(main, 60)).isEmpty();
    }

    @Test
    void anExplanationQuotesOnlyTheBeginning() {
        Part part =
                Parts.of(main("<p>" + "lake ".repeat(100) + "</p>", "share")).get(0);
        assertThat(part.excerpt()).hasSize(161).endsWith("…");
        assertThat(part.chars()).isEqualTo(499);
    }

    private static Main main(String html, String rule, int... removed) {
        Outline outline = Pages.outline("<body><main>" + html + "</main></body>");
        Main main = new Main(outline, outline.regions().get(0), new Facts(), false);
        for (int line : removed) main.lines().get(line).remove(rule, "why");
        return main;
    }
}
