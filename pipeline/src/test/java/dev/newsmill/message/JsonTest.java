package dev.newsmill.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class JsonTest {
    private final JsonMapper json = Json.shared();

    @Test
    void anEnrichedArticleHasTheArticlesFieldsAndItsOwnSideBySide() throws Exception {
        EnrichedArticle enriched = enriched();
        var tree = json.readTree(json.writeValueAsString(enriched));
        assertThat(tree.get("text").asText()).isEqualTo("Kyiv waits.");
        assertThat(tree.get("mentions").get(0).get("begin").asInt()).isZero();
        assertThat(tree.has("article")).isFalse();
        assertThat(tree.has("facts")).isFalse();
    }

    @Test
    void anEnrichedArticleReadsAsItWasWritten() throws Exception {
        EnrichedArticle enriched = enriched();
        assertThat(json.readValue(json.writeValueAsString(enriched), EnrichedArticle.class))
                .isEqualTo(enriched);
    }

    @Test
    void aPublicationReadsAsItWasWritten() throws Exception {
        Publication publication = new Publication("a1", 2, Publication.Change.UPDATED, List.of("text"), enriched());
        assertThat(json.readValue(json.writeValueAsString(publication), Publication.class))
                .isEqualTo(publication);
    }

    @Test
    void unknownFieldsAreIgnored() throws Exception {
        var article =
                json.readValue("{\"id\":\"a\",\"url\":\"u\",\"text\":\"t\",\"mood\":\"new in 2.0\"}", Article.class);
        assertThat(article.text()).isEqualTo("t");
        assertThat(article.authors()).isEmpty();
    }

    @Test
    void aMissingRequiredFieldIsNamed() {
        assertThatThrownBy(() -> json.readValue("{\"id\":\"a\",\"url\":\"u\"}", Article.class))
                .isInstanceOf(ValueInstantiationException.class)
                .hasMessageContaining("text");
    }

    private static EnrichedArticle enriched() {
        Article article = Article.ofText("a1", "https://example.org/a", "Kyiv waits.", "2024-02-03");
        return new EnrichedArticle(
                article,
                List.of(new EntityMention("GPE", 0, 4, "Kyiv", "e1", "gazetteer")),
                List.of(new Entity(
                        "e1", "Kyiv", "GPE", 1, List.of(), List.of(new Entity.Link("iso3166", "UA-30", 0.9)))),
                List.of(),
                List.of(),
                null,
                new TreeMap<>(),
                new TreeMap<>());
    }
}
