package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class HeadlineReaderTest {
    private static final String HEAD = "<meta property=\"og:site_name\" content=\"Lakeside Post\"><title>%s</title>";

    @ParameterizedTest
    @CsvFileSource(resources = "headlines.csv", numLinesToSkip = 1, delimiter = ';', quoteCharacter = '\0')
    void findsTheHeadlineInTitleAndHeading(String title, @Nullable String h1, String headline) {
        String heading = h1 == null ? "" : "<h1>" + h1 + "</h1>";
        assertThat(facts(HEAD.formatted(title), heading).headline).isEqualTo(headline);
    }

    @Test
    void takesAPrintedPartOfTheTitleWhereNoHeadingIsMarked() {
        Facts facts = facts(
                "<title>Lakeside Post - Local - The old town heats with river water</title>",
                "<font size=5>The old town heats with river water</font><p>The pumps stand under the old bridge.</p>");
        assertThat(facts.headline).isEqualTo("The old town heats with river water");
        assertThat(facts.headlineLine).isZero();
    }

    @Test
    void keepsAHeadlineWithAColonWhoseSecondHalfOpensAnotherHeading() {
        Facts facts = facts(
                "<meta property=\"og:title\" content=\"LIVE. Floods on the lake : the water is falling\">",
                "<h1>Floods on the lake : the water is falling</h1><p>The gauge stands at four metres, the mayor says.</p>"
                        + "<h3>The water is falling at the old mill</h3>");
        assertThat(facts.headline).isEqualTo("Floods on the lake : the water is falling");
    }

    @Test
    void takesTheWholeHeadlineForOneThatWasCutShort() {
        Facts facts = facts(
                "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"The ferry returns after two...\"}</script>"
                        + "<meta property=\"og:title\" content=\"The ferry returns after two...\">",
                "<h1>The ferry returns after two winters</h1>");
        assertThat(facts.headline).isEqualTo("The ferry returns after two winters");
    }

    @Test
    void doesNotTakeTheHeadingOfAMenu() {
        Facts facts = facts(
                "<meta property=\"og:title\" content=\"The ferry returns\">", "<nav><h1>All our sections</h1></nav>");
        assertThat(facts.headline).isEqualTo("The ferry returns");
    }

    @Test
    void leavesAKickerOutThatOnlyTheHeadingHas() {
        Facts facts = facts(
                "<meta property=\"og:title\" content=\"The ferry returns after two winters\">",
                "<h1>Lake traffic<br>The ferry returns after two winters</h1>");
        assertThat(facts.headline).isEqualTo("The ferry returns after two winters");
    }

    @Test
    void saysWhatElseItSawAndHowItStoodThere() {
        Facts facts = facts(HEAD.formatted("The ferry returns - Lakeside Post"), "<h1>The ferry returns</h1>");
        assertThat(facts.evidence.get("headline")).satisfies(evidence -> {
            assertThat(evidence.source()).isEqualTo("h1");
            assertThat(evidence.losers()).extracting("raw").contains("The ferry returns - Lakeside Post");
        });
    }

    @Test
    void findsNoHeadlineInAnEmptyPage() {
        assertThat(facts("", "").headline).isNull();
    }

    private static Facts facts(String head, String body) {
        Outline outline = Pages.outline("<html><head>" + head + "</head><body>" + body + "</body></html>");
        return Pages.facts(outline, "https://www.lakesidepost.example/local/river");
    }

    @Test
    void joinsWhatATitleWasPartedInto() {
        String title = "Lakeside Post - Local - River water | News";
        List<String> parts = SiteName.parts(title);
        assertThat(parts).containsExactly("Lakeside Post", "Local", "River water", "News");
        assertThat(SiteName.join(title, parts, 1, 3)).isEqualTo("Local - River water");
        assertThat(SiteName.join(title, parts, 0, 4)).isEqualTo(title);
    }
}
