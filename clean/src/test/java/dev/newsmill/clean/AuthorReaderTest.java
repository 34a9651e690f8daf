package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorReaderTest {
    private static final String HEADLINE = "<h1>The ferry returns to the lake</h1>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"@type\":\"Person\",\"name\":\"Ida Holm\"},{\"@type\":\"Person\",\"name\":\"Per Vik\"}]",
                "{\"@type\":\"Person\",\"name\":\"Ida Holm and Per Vik\"}",
                "{\"@type\":\"Person\",\"name\":[\"Ida Holm\",\"Per Vik\"]}",
                "[\"Ida Holm\",\"Per Vik\"]",
                "\"By Ida Holm, Per Vik\"",
                "[{\"name\":\"Ida Holm, Senior Reporter\"},{\"name\":\"Per Vik\"},{\"name\":\"Reuters\"}]",
                "[{\"name\":\"Ida Holm\"},{\"name\":\"IDA HOLM\"},{\"name\":\"Per Vik\"}]"
            })
    void readsTheAuthorsOfJsonLdHoweverTheyAreWritten(String authors) {
        assertThat(names(jsonLd(authors), HEADLINE)).containsExactly("Ida Holm", "Per Vik");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p class=byline>By Ida Holm and Per Vik</p>",
                "<p class=byline>Von <a rel=author>Ida Holm</a> und <a rel=author>Per Vik</a></p>",
                "<p>Par Ida Holm et Per Vik</p>",
                "<div><span itemprop=author>Ida Holm</span> <span itemprop=author>Per Vik</span></div>",
                "<p>3 May 2024 | Por Ida Holm y Per Vik</p>"
            })
    void readsTheBylineUnderTheHeadline(String byline) {
        assertThat(names("", HEADLINE + byline)).containsExactly("Ida Holm", "Per Vik");
    }

    @Test
    void addsThePeopleWhomOnlyTheBylineNames() {
        assertThat(names(jsonLd("\"Ida Holm\""), HEADLINE + "<p class=byline>By Ida Holm and Per Vik, Lakeside TV</p>"))
                .containsExactly("Ida Holm", "Per Vik");
    }

    @ParameterizedTest
    @ValueSource(strings = {"By Ida Holm, IDA HOLM and Per Vik", "By Ida Holm and Per Vik and PER VIK"})
    void countsAPersonWhomTheBylineNamesTwiceOnce(String byline) {
        assertThat(names(jsonLd("\"Ida Holm\""), HEADLINE + "<p class=byline>" + byline + "</p>"))
                .containsExactly("Ida Holm", "Per Vik");
    }

    @Test
    void doesNotTakeAJobForAnotherPerson() {
        assertThat(names(
                        jsonLd("\"Ida Holm\""),
                        HEADLINE + "<p class=byline>By Ida Holm, Deputy Head, Lake Systems</p>"))
                .containsExactly("Ida Holm");
    }

    @Test
    void takesTheAgencyWhereNobodyElseIsNamed() {
        assertThat(names("", HEADLINE + "<p class=byline>By Associated Press</p>"))
                .containsExactly("Associated Press");
    }

    @Test
    void leavesTheBylinesOfOtherArticlesAlone() {
        String cards = "<div class=related><p itemprop=author>Other Writer</p></div>".repeat(9);
        assertThat(names(
                        "",
                        HEADLINE + "<p itemprop=author>Ida Holm</p>" + "<p>Some words of text.</p>".repeat(60) + cards))
                .containsExactly("Ida Holm");
    }

    @Test
    void leavesCommentersAlone() {
        assertThat(names("", HEADLINE + "<ol class=comments><li class=comment><b class=author>Per Vik</b></ol>"))
                .isEmpty();
    }

    @Test
    void takesAnOrganisationOnlyWhereNoPersonIsNamed() {
        String both = jsonLd("{\"@type\":\"Organization\",\"name\":\"Lake Council\"}");
        assertThat(names(both, HEADLINE)).containsExactly("Lake Council");
    }

    @Test
    void linksTheAuthor() {
        Facts facts = Pages.facts(page(
                jsonLd("{\"name\":\"Ida Holm\",\"url\":\"https://www.lakesidepost.example/staff/ida\"}"), HEADLINE));
        assertThat(facts.authors.get(0).url()).isEqualTo("https://www.lakesidepost.example/staff/ida");
    }

    private static String jsonLd(String authors) {
        return "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"author\":" + authors + "}</script>";
    }

    private static String page(String head, String body) {
        return "<html><head>" + head + "</head><body>" + body + "</body></html>";
    }

    private static List<String> names(String head, String body) {
        return Pages.facts(page(head, body)).authors.stream()
                .map(author -> author.name())
                .toList();
    }
}
