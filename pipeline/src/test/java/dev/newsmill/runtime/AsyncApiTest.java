package dev.newsmill.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.newsmill.message.Checked;
import dev.newsmill.message.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;

class AsyncApiTest {
    private final ObjectNode document = AsyncApi.document();

    @Test
    void theFileIsWhatTheCodeSays() throws Exception {
        YAMLMapper yaml = YAMLMapper.builder(YAMLFactory.builder()
                        .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                        .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                        .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                        .disable(YAMLGenerator.Feature.SPLIT_LINES)
                        .build())
                .build();
        Checked.file("asyncapi.yaml", yaml.writeValueAsString(document));
    }

    @Test
    void allReferencesLeadSomewhere() {
        List<String> references = new ArrayList<>();
        for (JsonNode reference : document.findValues("$ref")) references.add(reference.asText());
        assertThat(references).isNotEmpty().allSatisfy(reference -> {
            if (reference.startsWith("#")) {
                assertThat(document.at(reference.substring(1)).isMissingNode()).isFalse();
            } else {
                assertThat(Files.exists(Path.of("../docs").resolve(reference))).isTrue();
            }
        });
    }

    @Test
    void allTopicsOfAMillButTheRulesAreThere() {
        List<String> names = new ArrayList<>(Topics.DEFAULT.chain());
        names.add(Topics.DEFAULT.ledger());
        for (String stage : List.of("ingest", "clean", "enrich", "publish")) {
            names.add(Topics.DEFAULT.deadLetters(stage));
        }
        assertThat(document.get("channels").fieldNames()).toIterable().containsExactlyElementsOf(names);
    }

    @Test
    void theHeadersOfAPageAreTheDocumentedOnes() {
        Page page = Samples.page("a");
        assertDocumented("page", new MessageCodec().page("t", page, "feed/0", "1.0", Samples.TRACE));
    }

    @Test
    void theHeadersOfAnArticleAreTheDocumentedOnes() {
        Arrival<Page> from = new MessageCodec().decode(Samples.pageRecord("a", 0, 0), Page.class);
        assertDocumented("article", new MessageCodec().output("t", Samples.article("a"), from, "e", "clean", "1"));
    }

    private void assertDocumented(String message, ProducerRecord<byte[], byte[]> record) {
        JsonNode headers = document.at("/components/messages/" + message + "/headers");
        List<String> sent =
                Arrays.stream(record.headers().toArray()).map(Header::key).toList();
        assertThat(headers.get("properties").fieldNames()).toIterable().containsAll(sent);
        List<String> required = StreamSupport.stream(headers.get("required").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        assertThat(sent).containsAll(required);
    }
}
