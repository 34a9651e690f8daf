package dev.newsmill.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.message.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangesTest {
    private static final String ARTICLE = """
            {"id":"a1","url":"https://news.example.org/a","pageType":"article","headline":"Cranes",
             "authors":[{"name":"Ada Osei"}],"tags":["harbour","trade"],"dateModified":"2024-03-01",
             "images":[{"url":"https://img.example.org/a.jpg?w=800","caption":"A crane"}],
             "blocks":[{"kind":"paragraph","text":"Kyiv waits today.","begin":0,"end":17,
                        "spans":[{"kind":"link","begin":0,"end":4,"href":"https://news.example.org/kyiv?utm_source=a"}]}],
             "text":"Kyiv waits today.",
             "evidence":{"headline":{"source":"json-ld"}},"removed":[{"path":"div","reason":"advertisement","chars":9}],
             "fingerprint":"f1","signature":"s1","annotators":{"dates":"1.0"},
             "mentions":[{"type":"GPE","begin":0,"end":4,"text":"Kyiv","entity":"e1","source":"gazetteer"}],
             "entities":[{"id":"e1","name":"Kyiv","type":"GPE","salience":1.0}],
             "timexes":[{"type":"DATE","begin":11,"end":16,"text":"today","value":"2024-03-01"}],
             "quotes":[{"begin":0,"end":4,"text":"Kyiv","direct":true}],
             "annotations":{"mood":{"calm":0.5}}}
            """;

    @Test
    void anArticleDoesNotDifferFromItself() throws Exception {
        assertThat(Changes.between(article(), article())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/headline                 | `\"Lifts\"`                           | headline",
                "/headline                 | null                                  | headline",
                "/standfirst               | `\"What to know\"`                    | standfirst",
                "/authors/0/name           | `\"A. Osei\"`                         | authors",
                "/dateModified             | `\"2024-03-02\"`                      | dateModified",
                "/tags                     | `[\"trade\"]`                         | tags",
                "/tags                     | `[\"trade\",\"harbour\"]`             | ",
                "/language                 | `\"en\"`                              | language",
                "/images                   | []                                    | images",
                "/images/0/caption         | `\"Two cranes\"`                      | images",
                "/images/0/url             | `\"https://img.example.org/b.jpg\"`   | images",
                "/images/0/url             | `\"https://img.example.org/a.jpg?w=3\"` | ",
                "/blocks/0/kind            | `\"quote\"`                           | blocks",
                "/blocks/0/spans/0/href    | `\"https://news.example.org/lviv\"`   | blocks",
                "/blocks/0/spans/0/href    | `\"https://news.example.org/kyiv?utm_source=b\"` | ",
                "/mentions/0/type          | `\"LOC\"`                             | mentions",
                "/mentions/0/source        | `\"model\"`                           | ",
                "/mentions/0/begin         | 1                                     | mentions",
                "/entities/0/name          | `\"Kiev\"`                            | entities",
                "/timexes/0/value          | `\"2024-03-02\"`                      | timexes",
                "/quotes/0/speaker         | `\"she\"`                             | quotes",
                "/annotations/mood/calm    | 0.7                                   | annotations",
                "/evidence/headline/source | `\"meta\"`                            | ",
                "/removed/0/chars          | 500                                   | ",
                "/removed                  | []                                    | ",
                "/fingerprint              | `\"f2\"`                              | ",
                "/signature                | `\"s2\"`                              | ",
                "/annotators/dates         | `\"1.1\"`                             | ",
                "/url                      | `\"https://m.news.example.org/a\"`    | ",
                "/canonicalUrl             | `\"https://news.example.org/a\"`      | ",
            })
    void namesWhatCounts(String pointer, String value, @Nullable String expected) throws Exception {
        List<String> changed = expected == null ? List.of() : List.of(expected);
        assertThat(Changes.between(article(), with(pointer, value))).isEqualTo(changed);
    }

    @Test
    void whatOnlyMovedIsNotNamedBesideTheText() throws Exception {
        String later = ARTICLE.replace(
                        "\"text\":\"Kyiv waits today.\",\n \"evidence\"",
                        "\"text\":\"So Kyiv waits today.\",\n \"evidence\"")
                .replace("\"begin\":0,\"end\":4", "\"begin\":3,\"end\":7")
                .replace("\"begin\":11,\"end\":16", "\"begin\":14,\"end\":19");
        assertThat(Changes.between(article(), read(later))).containsExactly("text");
    }

    @Test
    void whatIsNewInTheTextIsNamedBesideIt() throws Exception {
        EnrichedArticle later = read(ARTICLE.replace("Kyiv waits today.", "Lviv waits today.")
                .replace("\"text\":\"Kyiv\",\"entity\"", "\"text\":\"Lviv\",\"entity\""));
        assertThat(Changes.between(article(), later)).containsExactly("text", "mentions");
    }

    @Test
    void anotherNumberForTheSameEntityDoesNotCount() throws Exception {
        assertThat(Changes.between(article(), read(ARTICLE.replace("\"e1\"", "\"e7\""))))
                .isEmpty();
    }

    @Test
    void aMentionOfAnotherEntityCounts() throws Exception {
        String two = ARTICLE.replace(
                "\"entities\":[",
                "\"entities\":[{\"id\":\"e2\",\"name\":\"Kyiv Oblast\",\"type\":\"GPE\",\"salience\":0.5},");
        String second = "{\"type\":\"GPE\",\"begin\":11,\"end\":16,\"text\":\"today\",\"entity\":\"%s\"}],";
        String one = two.replace("\"source\":\"gazetteer\"}],", "\"source\":\"gazetteer\"}," + second);
        assertThat(Changes.between(read(one.formatted("e1")), read(one.formatted("e2"))))
                .containsExactly("mentions");
    }

    private static EnrichedArticle article() throws Exception {
        return read(ARTICLE);
    }

    private static EnrichedArticle with(String pointer, String value) throws Exception {
        JsonNode tree = Json.shared().readTree(ARTICLE);
        int last = pointer.lastIndexOf('/');
        ((ObjectNode) tree.at(pointer.substring(0, last)))
                .set(pointer.substring(last + 1), Json.shared().readTree(value));
        return Json.shared().treeToValue(tree, EnrichedArticle.class);
    }

    private static EnrichedArticle read(String json) throws Exception {
        return Json.shared().readValue(json, EnrichedArticle.class);
    }
}
