package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLdTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"@type\":\"NewsArticle\",\"headline\":\"Ferry returns\"}",
                "[{\"@type\":\"WebSite\"},{\"@type\":\"NewsArticle\",\"headline\":\"Ferry returns\"}]",
                "{\"@graph\":[{\"@type\":[\"Article\",\"X\"],\"headline\":\"Ferry returns\"}]}",
                "{\"@type\":\"https://schema.org/BlogPosting\",\"headline\":\"Ferry returns\",}",
                "<!-- {\"@type\":\"NewsArticle\",\"headline\":\"Ferry returns\"} -->",
                "//<![CDATA[\n{\"@type\":\"NewsArticle\",\"headline\":\"Ferry returns\"}\n//]]>",
                "{\"@type\":\"NewsArticle\",\"headline\":\"Ferry returns\",\"description\":\"two\nlines\"}",
                "{\"@type\":\"WebPage\",\"mainEntity\":{\"@type\":\"NewsArticle\",\"headline\":\"Ferry &amp;#32; returns\"}};"
            })
    void findsTheArticleHoweverItIsWrapped(String script) {
        assertThat(read(script).articleText("headline")).startsWith("Ferry").endsWith("returns");
    }

    @Test
    void followsReferencesToAuthors() {
        JsonLd jsonLd = read(
                "{\"@graph\":[{\"@type\":\"Article\",\"author\":{\"@id\":\"#ida\"}},{\"@id\":\"#ida\",\"@type\":\"Person\",\"name\":\"Ida Holm\"}]}");
        assertThat(JsonLd.text(jsonLd.articleNodes("author").get(0).get("name")))
                .isEqualTo("Ida Holm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "nonsense", "{\"@type\":", "[[[[", "\"text\"", "{\"@type\":\"NewsArticle\""})
    void hearsNothingFromBrokenScripts(String script) {
        assertThat(read(script).article()).isNull();
    }

    @Test
    void doesNotDrownInNesting() {
        assertThat(read("{\"a\":".repeat(100_000)).article()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"Ferry\"                        | Ferry",
                "\" Ferry \\n returns \"         | Ferry returns",
                "\"Ferry &amp; goat\"             | Ferry & goat",
                "\"<b>Ferry</b> returns\"         | Ferry returns",
                "\"3 < 5\"                        | 3 < 5",
                "[\"Ferry\",\"Goat\"]           | Ferry",
                "{\"@value\":\"Ferry\"}         | Ferry",
                "[[{\"@value\":[\"Ferry\"]}]]   | Ferry",
                "7                                  | ",
                "true                               | ",
                "null                               | ",
                "[]                                 | ",
                "\"  \"                           | ",
                "{\"name\":\"Ferry\"}           | "
            })
    void readsTextInWhateverItIsWrapped(String value, @Nullable String text) {
        assertThat(read("{\"@type\":\"Article\",\"headline\":" + value + "}").articleText("headline"))
                .isEqualTo(text);
    }

    @Test
    void keepsTheLinesOfABody() {
        JsonLd jsonLd = read("{\"@type\":\"Article\",\"articleBody\":\"<p>One</p><p>Two<br/>three</p>\\nfour  five\"}");
        assertThat(jsonLd.articleLines("articleBody")).isEqualTo("One\nTwo\nthree\nfour five");
        assertThat(jsonLd.articleLines("headline")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "NewsArticle, true",
        "LiveBlogPosting, true",
        "http://schema.org/Report, true",
        "schema:OpinionNewsArticle, true",
        "WebPage, false",
        "Organization, false",
        "newsarticle, false"
    })
    void knowsTheTypesOfArticles(String type, boolean article) {
        JsonLd jsonLd = read("{\"@type\":\"" + type + "\",\"headline\":\"Ferry\"}");
        assertThat(jsonLd.isArticle()).isEqualTo(article);
        assertThat(jsonLd.hasType(type)).isEqualTo(!type.contains(":"));
    }

    @Test
    void takesAPageWithAHeadlineWhereNoArticleIs() {
        JsonLd jsonLd = read("[{\"@type\":\"WebPage\"},{\"@type\":\"WebPage\",\"headline\":\"Ferry\"}]");
        assertThat(jsonLd.articleText("headline")).isEqualTo("Ferry");
        assertThat(jsonLd.isArticle()).isFalse();
        assertThat(read("{\"@type\":\"WebPage\",\"name\":\"Ferry\"}").article()).isNull();
    }

    @Test
    void anArticleGoesBeforeAPageAndTheFirstOneBeforeOthers() {
        assertThat(read("[{\"@type\":\"WebPage\",\"headline\":\"Page\"},{\"@type\":\"Article\",\"headline\":\"One\"},"
                                + "{\"@type\":\"Article\",\"headline\":\"Two\"}]")
                        .articleText("headline"))
                .isEqualTo("One");
    }

    @Test
    void followsAReferenceToTheNodeThatSaysMost() {
        JsonLd jsonLd =
                read("{\"@graph\":[{\"@type\":\"Article\",\"author\":[{\"@id\":\"#ida\"},{\"@id\":\"#nobody\"}]},"
                        + "{\"@id\":\"#ida\"},{\"@id\":\"#ida\",\"@type\":\"Person\",\"name\":\"Ida Holm\"}]}");
        assertThat(jsonLd.articleNodes("author"))
                .extracting(node -> JsonLd.text(node.get("name")))
                .containsExactly("Ida Holm", null);
        assertThat(jsonLd.articleNodes("publisher")).isEmpty();
    }

    @Test
    void readsTheFieldsOfAllNodesOfAType() {
        JsonLd jsonLd =
                read("[{\"@type\":\"WebSite\",\"name\":\"One\"},{\"@type\":[\"WebSite\",\"X\"],\"name\":\"Two\"},"
                        + "{\"@type\":\"WebSite\"},{\"@type\":\"Person\",\"name\":\"Three\"}]");
        assertThat(jsonLd.texts("WebSite", "name")).containsExactly("One", "Two");
    }

    @Test
    void readsNoMoreNodesThanAnyPageNeeds() {
        JsonLd jsonLd = read("[" + "{\"@type\":\"WebSite\",\"name\":\"x\"},".repeat(5000) + "{\"@type\":\"Article\"}]");
        assertThat(jsonLd.texts("WebSite", "name")).hasSize(3000);
        assertThat(jsonLd.article()).isNull();
    }

    private static JsonLd read(String script) {
        Element element = Jsoup.parse("<script type=\"application/ld+json\">" + script + "</script>")
                .selectFirst("script");
        return new JsonLd(element == null ? List.of() : List.of(element));
    }
}
