package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandfirstFinderTest {
    private static final String HEADING = "<h1>The ferry returns to the lake</h1>";
    private static final String LEAD = "After two winters in the yard the ferry is back, with a goat on board.";
    private static final String TEXT = "<p>The ferry crossed the lake again on Friday, as it had for sixty years.</p>"
            + "<p>It carried forty bicycles, the harbour master said, and a band played on the pier.</p>"
            + "<p>The hull had to be replaced plate by plate, which took longer than had been planned.</p>";

    @ParameterizedTest
    @ValueSource(strings = {"standfirst", "article-summary", "chapo", "vorspann", "bajada", "sottotitolo", "deck"})
    void isTheLineThatIsNamedSo(String name) {
        assertThat(found(HEADING + "<p class=" + name + ">" + LEAD + "</p>" + TEXT))
                .isEqualTo(LEAD);
    }

    @Test
    void isTheLineThatSaysWhatTheDescriptionSays() {
        assertThat(found(HEADING + "<p>" + LEAD + "</p>" + TEXT, LEAD, true)).isEqualTo(LEAD);
    }

    @Test
    void sayingWhatTheDescriptionSaysGoesBySixtyLetters() {
        String longer = LEAD + " Nobody knows whose goat it is, and few have asked.";
        assertThat(found(HEADING + "<p>" + longer + "</p>" + TEXT, LEAD + " Nobody asks: read it here.", true))
                .isEqualTo(longer);
    }

    @Test
    void isNotJustTheLineUnderTheHeadline() {
        assertThat(found(HEADING + "<p>" + LEAD + "</p>" + TEXT)).isNull();
    }

    @Test
    void isNotFurtherDownThanTheSecondParagraph() {
        assertThat(found(HEADING + TEXT + "<p class=standfirst>" + LEAD + "</p>"))
                .isNull();
    }

    @Test
    void standsUnderAHeadlineThatTheTextsElementDoesNotHold() {
        Outline outline = Pages.outline(
                "<body>" + HEADING + "<p class=standfirst>" + LEAD + "</p><main>" + TEXT + "</main></body>");
        Facts facts = new Facts();
        facts.headline = "The ferry returns to the lake";
        Region main = outline.regions().get(3);
        assertThat(main.tag).isEqualTo(Tag.MAIN);
        assertThat(found(new Main(outline, main, facts, false))).isEqualTo(LEAD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p class=standfirst>Back on the lake</p>",
                "<div class=related><p class=standfirst>Another ferry on another lake, far away, was sold.</p></div>",
                "<div class=share><p class=standfirst>Tell all your friends on the lake about this, please.</p></div>",
                "<nav><p class=standfirst>The ferry and its goat, day by day, and page by page</p></nav>",
                "<figure><p class=standfirst>The ferry in the spring, seen from the southern pier</p></figure>",
                "<p class='standfirst byline'>Ida Holm, who lives by the lake and writes about it</p>",
                "<p class=standfirst><a href=/a>Everything that we have written about the ferry so far</a></p>",
                "<h1 class=standfirst>The other ferry returns to the other lake as well</h1>",
                "<p class=standfirst>The ferry returns to the lake</p>"
            })
    void isNotAnyLineOfThatName(String line) {
        assertThat(found(HEADING + line + TEXT)).isNull();
    }

    @Test
    void isNoWholeArticle() {
        assertThat(found(HEADING + "<p class=standfirst>" + "Back and forth it went. ".repeat(25) + "</p>" + TEXT))
                .isNull();
    }

    @Test
    void isNotWhatAJudgeIsSureAgainst() {
        assertThat(judged(0.1f, null)).isNull();
    }

    @Test
    void isWhatAJudgeOnlyDoubts() {
        assertThat(judged(0.3f, null)).isEqualTo(LEAD);
    }

    @Test
    void isWhatTheDescriptionSaysWhateverAJudgeThinks() {
        assertThat(judged(0.1f, LEAD)).isEqualTo(LEAD);
    }

    private static @Nullable String judged(float probability, @Nullable String description) {
        Main main = main(HEADING + "<p class=standfirst>" + LEAD + "</p>" + TEXT, description, true);
        Line lead = main.lines().get(1);
        lead.probability = probability;
        lead.remove("unlikely", null);
        return found(main);
    }

    private static @Nullable String found(String body) {
        return found(body, null, false);
    }

    private static @Nullable String found(String body, @Nullable String description, boolean judged) {
        return found(main(body, description, judged));
    }

    private static @Nullable String found(Main main) {
        StandfirstFinder.find(main);
        return main.standfirst == null ? null : main.standfirst.text;
    }

    private static Main main(String body, @Nullable String description, boolean judged) {
        Outline outline = Pages.outline("<body><article>" + body + "</article></body>");
        Facts facts = new Facts();
        facts.headline = "The ferry returns to the lake";
        facts.description = description;
        return new Main(outline, outline.regions().get(0), facts, judged);
    }
}
