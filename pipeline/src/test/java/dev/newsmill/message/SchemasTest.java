package dev.newsmill.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SchemasTest {
    @ParameterizedTest
    @MethodSource("examples")
    void theFileIsWhatTheCodeSays(Record example) throws Exception {
        String schema = Schemas.of(example.getClass()).toPrettyString() + "\n";
        Checked.file("schemas/" + Schemas.fileName(example.getClass()), schema);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aMessageWithAllItsFieldsIsValid(Record example) {
        assertThat(errors(example.getClass(), Json.shared().valueToTree(example)))
                .isEmpty();
    }

    @Test
    void aMessageWithOnlyWhatIsRequiredIsValid() {
        Article least = Article.ofText("a", "u", "", null);
        assertThat(errors(Article.class, Json.shared().valueToTree(least))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void fieldsOfALaterVersionAreValid(Record example) {
        ObjectNode tree = Json.shared().valueToTree(example);
        tree.put("addedInTwoPointZero", true);
        assertThat(errors(example.getClass(), tree)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void withoutARequiredFieldItIsNotValidAndCannotBeRead(Record example) {
        ObjectNode whole = Json.shared().valueToTree(example);
        for (var name : Schemas.of(example.getClass()).get("required")) {
            ObjectNode tree = whole.deepCopy();
            tree.remove(name.asText());
            assertThat(errors(example.getClass(), tree)).as(name.asText()).isNotEmpty();
            assertThat(org.assertj.core.api.Assertions.catchThrowable(
                            () -> Json.shared().treeToValue(tree, example.getClass())))
                    .as(name.asText())
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource({"text, 7", "tags, 'x'", "blocks, 3", "accessibleForFree, 'maybe'"})
    void aFieldOfAnotherTypeIsNotValid(String field, String value) {
        ObjectNode tree = Json.shared().valueToTree(Examples.article());
        if (value.matches("\\d")) tree.put(field, Integer.parseInt(value));
        else tree.put(field, value);
        assertThat(errors(Article.class, tree)).isNotEmpty();
    }

    @Test
    void theDescriptionsAreThoseOfTheSources() {
        ObjectNode schema = Schemas.of(Article.class);
        assertThat(schema.at("/properties/byline/description").asText()).isEqualTo("the author line as printed");
        assertThat(schema.at("/description").asText()).startsWith("A news article without its boilerplate");
    }

    static Stream<Record> examples() {
        return Stream.of(Examples.article(), Examples.enriched(), Examples.publication(), Examples.receipt());
    }

    private static Set<ValidationMessage> errors(Class<? extends Record> type, ObjectNode tree) {
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(Schemas.of(type));
        return schema.validate(tree);
    }
}
