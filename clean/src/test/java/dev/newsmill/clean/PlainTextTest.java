package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.message.Article;
import dev.newsmill.message.Block;
import dev.newsmill.message.Credit;
import dev.newsmill.message.Image;
import dev.newsmill.message.Page;
import dev.newsmill.stage.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlainTextTest {
    private static final String REPORT = """
            1. Skip to content
              2. Skip to main menu

            Lake towns agree on a common ferry

            May 3, 2024

            The two towns have signed a contract to share one ferry and its crew. The step comes after both lost theirs to rust.

            Mayor Ida Holm shakes hands with Mayor Per Vik on the pier of the lake's northern shore, with a goat
            The mayors of both towns met on the pierImage: ANNA LIND/WIRE/Pool

            Mayor Ida Holm said on Friday that the ferry would run from June, twice a day and three times on Sundays.

            Who will pay for it?

            Both towns will pay half, and the school band will play on the first trip, as it did sixty years ago.

            A history of boats on the lake

            "We could not have done this alone," Holm said, while the goat ate the speech that she had prepared.

            When does it start?

            The hull is being replaced plate by plate, and nobody dares to name a day before the paint has dried.

            ab/cd (AFP, Reuters)
            """;

    private final Cleaner cleaner = new Cleaner();

    @Test
    void keepsStandfirstBodyAndSubheads() {
        assertThat(clean(REPORT).blocks())
                .extracting(Block::kind)
                .containsExactly(
                        Block.Kind.standfirst,
                        Block.Kind.paragraph,
                        Block.Kind.heading,
                        Block.Kind.paragraph,
                        Block.Kind.paragraph,
                        Block.Kind.heading,
                        Block.Kind.paragraph);
    }

    @Test
    void takesAnEmbeddedTeaserForNoSubhead() {
        assertThat(clean(REPORT).text()).doesNotContain("A history of boats").contains("Who will pay");
    }

    @Test
    void readsHeadlineAndDate() {
        Article article = clean(REPORT);
        assertThat(article.headline()).isEqualTo("Lake towns agree on a common ferry");
        assertThat(article.datePublished()).isEqualTo("2024-05-03");
    }

    @Test
    void partsCaptionCreditAndAlternativeText() {
        Image image = clean(REPORT).images().get(0);
        assertThat(image.caption()).isEqualTo("The mayors of both towns met on the pier");
        assertThat(image.credit()).isEqualTo("ANNA LIND/WIRE/Pool");
        assertThat(image.alt()).startsWith("Mayor Ida Holm shakes hands");
    }

    @Test
    void readsTheCreditsAtTheEnd() {
        assertThat(clean(REPORT).credits())
                .containsExactly(
                        new Credit(Credit.Role.desk, "ab/cd"),
                        new Credit(Credit.Role.agency, "AFP"),
                        new Credit(Credit.Role.agency, "Reuters"));
    }

    @Test
    void keepsSubheadsThatAskNothingWhereNoneDoes() {
        String text = REPORT.replace("Who will pay for it?", "The price").replace("When does it start?", "The start");
        assertThat(clean(text).text()).contains("The price", "The start", "A history of boats");
    }

    @Test
    void joinsLinesThatWereWrapped() {
        String wrapped = "Ferry is back\n\n"
                + ("The ferry crossed the lake again on Friday, after two winters in\n".repeat(3) + "the yard.\n\n")
                        .repeat(3);
        assertThat(clean(wrapped).blocks()).hasSize(3);
    }

    @Test
    void readsTheAuthorFromItsLine() {
        assertThat(clean(REPORT.replace("May 3, 2024", "By Ida Holm")).authors())
                .extracting("name")
                .containsExactly("Ida Holm");
    }

    @Test
    void leavesTheTailOut() {
        Article article =
                clean(REPORT + "\nRead more: The goat speaks\n\nShare\n\n© 2024 Lakeside Post, all rights reserved\n");
        assertThat(article.text()).endsWith("before the paint has dried.");
        assertThat(article.images()).extracting(Image::credit).containsExactly("ANNA LIND/WIRE/Pool");
    }

    @Test
    void makesOneBlockOfAList() {
        Article article = clean(
                REPORT.replace(
                        "ab/cd (AFP, Reuters)",
                        "- bread for the crew\n- hay for the goat\n- paint for the hull\n\nAll of this is paid for by the towns, in equal parts, and in cash."));
        assertThat(article.blocks())
                .filteredOn(block -> block.kind() == Block.Kind.list)
                .singleElement()
                .extracting(Block::text)
                .isEqualTo("bread for the crew\nhay for the goat\npaint for the hull");
    }

    @Test
    void dropsATextThatIsTooShort() {
        assertThat(cleaner.clean(page("Hello there.\n"))).isEqualTo(Outcome.drop("too-short", "0 of 120 characters"));
    }

    private Article clean(String text) {
        return ((Outcome.Emit<Article>) cleaner.clean(page(text))).value();
    }

    private static Page page(String text) {
        return Page.of(
                "file:///seed.txt",
                text.getBytes(StandardCharsets.UTF_8),
                Instant.EPOCH,
                Map.of("content-type", "text/plain"));
    }
}
