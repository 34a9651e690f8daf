package dev.newsmill.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesTest {
    private final JsonMapper json = Json.shared();

    @ParameterizedTest
    @MethodSource("messages")
    void readsAsItWasWritten(Object message) throws Exception {
        assertThat(json.readValue(json.writeValueAsBytes(message), message.getClass()))
                .isEqualTo(message);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void fieldsOfALaterVersionAreIgnored(Object message) throws Exception {
        ObjectNode tree = json.valueToTree(message);
        tree.putObject("addedInTwoPointZero").put("x", 1);
        assertThat(json.treeToValue(tree, message.getClass())).isEqualTo(message);
    }

    static Stream<Object> messages() {
        return Stream.of(
                Examples.article(),
                Examples.enriched(),
                Examples.publication(),
                Examples.receipt(),
                Article.ofText("a", "u", "t", null));
    }

    @ParameterizedTest(name = "{1} of {0}")
    @MethodSource("required")
    void aMissingRequiredFieldIsNamed(String pointer, String field) {
        ObjectNode tree = json.valueToTree(Examples.publication());
        ((ObjectNode) tree.at(pointer)).remove(field);
        assertThatThrownBy(() -> json.treeToValue(tree, Publication.class)).hasMessageContaining(field);
    }

    static Stream<Arguments> required() {
        Map<String, List<String>> fields = Map.of(
                "", List.of("id", "revision", "change", "article"),
                "/article", List.of("id", "url", "text"),
                "/article/blocks/0", List.of("kind", "text", "begin", "end"),
                "/article/blocks/0/spans/0", List.of("kind", "begin", "end"),
                "/article/authors/0", List.of("name"),
                "/article/credits/0", List.of("role", "name"),
                "/article/mentions/0", List.of("type", "begin", "end", "text"),
                "/article/entities/0", List.of("id", "name", "type", "salience"),
                "/article/timexes/0", List.of("type", "begin", "end", "text", "value"),
                "/article/removed/0", List.of("path", "reason", "chars"));
        List<Arguments> all = new ArrayList<>();
        fields.forEach((pointer, names) -> names.forEach(name -> all.add(Arguments.of(pointer, name))));
        return all.stream();
    }

    @Test
    void aRequiredTextThatIsEmptyIsNotMissing() throws Exception {
        Article empty = Article.ofText("", "", "", "");
        assertThat(json.readValue(json.writeValueAsBytes(empty), Article.class)).isEqualTo(empty);
    }

    @Test
    void emptyListsAndAbsentValuesAreNotWritten() {
        ObjectNode tree = json.valueToTree(Article.ofText("a", "u", "t", null));
        assertThat(tree.fieldNames()).toIterable().containsExactlyInAnyOrder("id", "url", "pageType", "text");
    }

    @Test
    void theListsOfARecordAreCopies() {
        List<String> tags = new ArrayList<>(List.of("a"));
        Publication publication = new Publication("a", 1, Publication.Change.NEW, tags, Examples.enriched());
        tags.add("b");
        assertThat(publication.changed()).containsExactly("a");
        assertThatThrownBy(() -> publication.changed().add("c")).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @CsvSource({"-1, 4", "4, 4", "5, 4", "0, -1"})
    void offsetsThatAreNoneAreRefused(int begin, int end) {
        assertThatIllegalArgumentException().isThrownBy(() -> new EntityMention("PER", begin, end, "x", null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Span(Span.Kind.link, begin, end, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Quote(begin, end, "x", true, null, null, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Timex("DATE", begin, end, "x", "2026", null, null, null, null));
    }

    @Test
    void aBlockIsAsLongAsItsText() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Block(Block.Kind.paragraph, null, "four", 0, 5, List.of()))
                .withMessageContaining("0..5");
    }

    @Test
    void revisionsCountFromOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Publication("a", 0, Publication.Change.NEW, List.of(), Examples.enriched()));
    }

    @Test
    void thePageOfAMessageIsCountedInItsFacts() {
        assertThat(Article.ofText("a", "u", " two words ", null).facts())
                .containsEntry("words", 2L)
                .containsEntry("chars", 11L)
                .containsEntry("missing.headline", 1L)
                .containsEntry("missing.datePublished", 1L);
        assertThat(Article.ofText("a", "u", " ", null).facts()).containsEntry("words", 0L);
    }

    @Test
    void pagesWithTheSameBytesAreEqual() {
        Page one = Page.of("https://example.org/", new byte[] {1}, Examples.TIME, Map.of());
        Page other = Page.of("https://example.org/", new byte[] {1}, Examples.TIME, Map.of());
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(one).isNotEqualTo(Page.of("https://example.org/", new byte[] {2}, Examples.TIME, Map.of()));
    }

    @Test
    void theFinalUrlIsThatAfterRedirects() {
        assertThat(Page.of("u", new byte[0], Examples.TIME, Map.of(":url", "v")).finalUrl())
                .isEqualTo("v");
        assertThat(Page.of("u", new byte[0], Examples.TIME, Map.of()).finalUrl())
                .isEqualTo("u");
    }
}
