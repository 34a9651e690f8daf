package dev.newsmill.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.newsmill.app.broker.DataDirectory;
import dev.newsmill.app.config.Setting;
import dev.newsmill.app.config.Settings;
import dev.newsmill.app.mill.Mill;
import dev.newsmill.message.Json;
import dev.newsmill.runtime.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that repair what went wrong, against a mill that runs. */
class RepairsTest {
    @TempDir
    static Path folder;

    private static Mill mill;

    @BeforeAll
    static void start() throws IOException {
        Settings settings = Settings.resolve(Map.of(Setting.THREADS, "2"), Map.of(), Files.createFile(config()));
        DataDirectory data = new DataDirectory(folder.resolve("data"));
        mill = Mill.start(data, Topics.DEFAULT, settings, data.archive().toString(), "test");
    }

    @AfterAll
    static void stop() {
        mill.close();
    }

    @Test
    void aHeaderThatIsPutRightLetsAPageThrough() throws Exception {
        String url = "https://set.example/1";
        sendPage(url, "the day before yesterday");
        mill.drain(() -> {});
        String host = "set.example";
        Shelled none = newsmill("dead-letters", "retry", "--host", host);
        assertThat(none.out()).contains("0 of 1 would now pass");
        assertThat(none.err()).contains("What is wrong: newsmill dead-letters show clean-0@");
        JsonNode trial = json(
                newsmill("dead-letters", "retry", "--host", host, "--set", "ce_time=2024-02-22T00:00:00Z", "--json"));
        assertThat(trial.path("passed").asInt()).isEqualTo(1);
        assertThat(trial.path("executed").asBoolean()).isFalse();
        assertThat(json(newsmill("dead-letters", "list", "--json")).toString()).contains(url);

        Shelled retry =
                newsmill("dead-letters", "retry", "--host", host, "--set", "ce_time=2024-02-22T00:00:00Z", "--execute");
        assertThat(retry.out()).contains("1 record went back");
        mill.drain(() -> {});
        assertThat(newsmill("show", url).out()).startsWith("Porto repairs its bridge");
        assertThat(newsmill("trace", url).out()).contains("back to clean, after 1 attempt");
        assertThat(json(newsmill("dead-letters", "list", "--json")).toString()).doesNotContain(url);
        assertThat(newsmill("dead-letters", "list", "--closed").out()).contains(url);
    }

    @Test
    void anotherValueLetsAnArticleThrough() throws Exception {
        String url = "https://value.example/1";
        sendArticle(url, "no JSON at all");
        mill.drain(() -> {});
        Path value = folder.resolve("article.json");
        Files.writeString(value, "{\"id\":\"0123\",\"url\":\"" + url + "\",\"text\":\"A bridge is open.\"}");
        String file = value.toString();
        assertThat(newsmill("dead-letters", "retry", url, "--value", file).out())
                .contains("1 of 1 would now pass");
        assertThat(newsmill("dead-letters", "retry", url, "--value", file, "--execute")
                        .code())
                .isZero();
        mill.drain(() -> {});
        assertThat(newsmill("show", "0123").out()).contains("A bridge is open.");
    }

    @Test
    void aLetterThatFailsAgainKeepsItsRecordAndCountsItsAttempts() throws Exception {
        String url = "https://again.example/1";
        sendArticle(url, "[1, 2]");
        mill.drain(() -> {});
        String record = letter(url).path("record").asText();
        assertThat(newsmill("dead-letters", "retry", url, "--execute").code()).isZero();
        mill.drain(() -> {});
        assertThat(letter(url).path("record").asText()).isEqualTo(record);
        assertThat(letter(url).path("attempts").asInt()).isEqualTo(2);
        assertThat(letter(url).path("history")).hasSize(2);
    }

    @Test
    void aDiscardedLetterStaysInItsTopicWithANote() throws Exception {
        String url = "https://discard.example/1";
        sendArticle(url, "spam");
        mill.drain(() -> {});
        Shelled trial = newsmill("dead-letters", "discard", "--host", "discard.example", "--note", "spam");
        assertThat(trial.out()).contains("MalformedRecordException");
        assertThat(letter(url).has("closed")).isFalse();
        newsmill("dead-letters", "discard", "--host", "discard.example", "--note", "spam", "--execute");
        assertThat(letter(url).path("closed").asText()).isEqualTo("discarded");
        assertThat(letter(url).path("note").asText()).isEqualTo("spam");
        assertThat(newsmill("dead-letters", "retry", url).code()).isEqualTo(5);
        assertThat(newsmill("trace", url).out()).contains("dropped: discarded (spam)");
    }

    @Test
    void exportGivesTheWholeValue() throws Exception {
        String url = "https://export.example/1";
        sendArticle(url, "whole value");
        mill.drain(() -> {});
        JsonNode letter = json(newsmill("dead-letters", "export", url));
        assertThat(letter.path("value").binaryValue()).isEqualTo(bytes("whole value"));
        assertThat(letter.at("/headers/ce_subject").asText()).isEqualTo(url);
    }

    @Test
    void whatCannotBeDoneIsAUsageError() {
        assertThat(newsmill("dead-letters", "retry").code()).isEqualTo(2);
        assertThat(newsmill("dead-letters", "retry", "--all", "--set", "ce_id=1")
                        .code())
                .isIn(2, 5);
        assertThat(newsmill("dead-letters", "discard", "--all").code()).isEqualTo(2);
    }

    private static JsonNode letter(String url) throws IOException {
        return json(newsmill("dead-letters", "show", url, "--json"));
    }

    private static void sendPage(String url, String time) throws Exception {
        String body = "<html lang=\"en\"><head><title>Porto repairs its bridge</title></head><body><article>"
                + "<h1>Porto repairs its bridge</h1>"
                + ("<p>The city of Porto began on Tuesday to repair the old iron bridge, and expects to be done before"
                                + " the winter, said the engineer who leads the work.</p>")
                        .repeat(3)
                + "</article></body></html>";
        send(Topics.DEFAULT.pages(), body, Map.of("ce_id", "hand/1", "ce_subject", url, "ce_time", time));
    }

    private static void sendArticle(String url, String value) throws Exception {
        Map<String, String> headers = Map.of(
                "ce_id",
                "clean/0@99" + url.length(),
                "ce_subject",
                url,
                "ce_time",
                "2024-02-22T00:00:00Z",
                "newsmill-origin",
                "newsmill.pages-0@99" + url.length());
        send(Topics.DEFAULT.articles(), value, headers);
    }

    private static void send(String topic, String value, Map<String, String> headers)
            throws ExecutionException, InterruptedException {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, bytes("key"), bytes(value));
        headers.forEach((name, text) -> record.headers().add(name, bytes(text)));
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", mill.kafka().bootstrap()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(record).get();
        }
    }

    private static Shelled newsmill(String... args) {
        List<String> line = new ArrayList<>(List.of(args));
        line.addAll(List.of("--data", folder.resolve("data").toString(), "--config", config().toString()));
        return Shelled.run(line.toArray(String[]::new));
    }

    private static JsonNode json(Shelled shelled) throws IOException {
        assertThat(shelled.out().lines()).as(shelled.err()).hasSize(1);
        return Json.shared().readTree(shelled.out());
    }

    private static Path config() {
        return folder.resolve("newsmill.yaml");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
