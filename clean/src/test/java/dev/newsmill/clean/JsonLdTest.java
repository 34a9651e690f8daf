package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

    private static JsonLd read(String script) {
        Element element = Jsoup.parse("<script type=\"application/ld+json\">" + script + "</script>")
                .selectFirst("script");
        return new JsonLd(element == null ? List.of() : List.of(element));
    }
}
