package dev.newsmill.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.newsmill.app.broker.DataDirectory;
import dev.newsmill.app.config.Setting;
import dev.newsmill.app.config.Settings;
import dev.newsmill.app.mill.Mill;
import dev.newsmill.runtime.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Articles are taken down from a mill that runs: archive, topics, outlet. */
class WithdrawTest {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(90);

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
    void aWithdrawnArticleIsGoneAndStaysGone() throws Exception {
        Path page = page("tram", "Ghent extends its tram", "Wednesday");
        Path other = page("lock", "Cork repairs its lock", "Wednesday");
        add(page);
        add(other);
        String id = idOf(page);
        assertThat(newsmill("withdraw", id.substring(0, 8), "--reason", "court order")
                        .code())
                .isZero();
        mill.drain(() -> {});

        assertThat(newsmill("show", id).code()).isEqualTo(5);
        assertThat(newsmill("find", "tram").code()).isEqualTo(5);
        assertThat(newsmill("find", "lock").out()).contains("Cork");
        assertThat(Files.readString(outlet())).doesNotContain("Ghent").contains("Cork", "withdrawn");
        assertThat(newsmill("trace", page.toString()).out()).contains("withdrawn: court order");
        assertThat(newsmill("audit").code()).isZero();

        JsonNode remains = newsmill("withdraw", id, "--verify", "--json").json();
        assertThat(remains.path("archive").asInt()).isZero();
        assertThat(remains.path("buried").asBoolean()).isTrue();
        assertThat(remains.path("outlets").path("jsonl").asInt()).isZero();
        assertThat(topics(remains)).containsExactly("newsmill.pages", "newsmill.articles", "newsmill.enriched");

        page("tram", "Ghent extends its tram after all", "Friday");
        add(page);
        assertThat(newsmill("find", "tram").code()).isEqualTo(5);
        assertThat(newsmill("trace", page.toString()).out()).contains("dropped: withdrawn");
        assertThat(Files.readString(outlet())).doesNotContain("Ghent");
    }

    @Test
    void onceTheTopicIsCompactedAndTheRecordsAreDeletedNothingIsLeft() throws Exception {
        Path page = page("market", "Turin opens its market", "Monday");
        add(page);
        String id = idOf(page);
        newsmill("withdraw", id, "--reason", "court order");
        Compaction.atOnce(mill.admin(), mill.topics().published());
        awaitCompaction(id);
        assertThat(newsmill("audit").code()).isZero();

        Shelled refused = newsmill("withdraw", id, "--delete-records");
        assertThat(refused.code()).isEqualTo(8);
        String count = refused.err().replaceAll("(?s).*--confirm (\\d+).*", "$1");
        assertThat(newsmill("withdraw", id, "--delete-records", "--confirm", "1" + count)
                        .code())
                .isEqualTo(8);
        assertThat(newsmill("withdraw", id, "--delete-records", "--confirm", count)
                        .code())
                .isZero();
        Shelled verified = newsmill("withdraw", id, "--verify", "--json");
        assertThat(verified.code()).isZero();
        assertThat(verified.json().path("raw")).isEmpty();
        assertThat(newsmill("audit").out()).doesNotContain("missing");
        assertThat(newsmill("audit").code()).isZero();
    }

    @Test
    void aLiftedArticleComesBackWithItsNextFetch() throws Exception {
        Path page = page("bridge", "Graz mends its bridge", "Monday");
        add(page);
        String id = idOf(page);
        newsmill("withdraw", id, "--reason", "by mistake");
        assertThat(newsmill("withdraw", id, "--lift").code()).isZero();
        page("bridge", "Graz mends its old bridge", "Tuesday");
        add(page);
        assertThat(newsmill("show", id).out())
                .startsWith("Graz mends its old bridge")
                .contains("revision 2 (new)");
        assertThat(newsmill("withdraw", id, "--verify").code()).isEqualTo(5);
    }

    @Test
    void whatIsNotThereOrMakesNoSenseIsRefused() {
        assertThat(newsmill("withdraw", "ffffffffff", "--reason", "x").code()).isEqualTo(5);
        assertThat(newsmill("withdraw", "ffffffffff", "--verify").code()).isIn(5);
        assertThat(newsmill("withdraw", "ffffffffff").code()).isEqualTo(2);
        assertThat(newsmill("withdraw", "ffffffffff", "--lift", "--verify").code())
                .isEqualTo(2);
        assertThat(newsmill("withdraw", "ffffffffff", "--reason", " ").code()).isEqualTo(2);
    }

    /** Each tombstone more begins a segment, so that those before can be compacted. */
    private static void awaitCompaction(String id) throws Exception {
        long began = System.nanoTime();
        while (newsmill("withdraw", id, "--verify").code() != 0) {
            assertThat(System.nanoTime() - began).as("nanoseconds").isLessThan(PATIENCE_NANOS);
            assertThat(newsmill("withdraw", id, "--reason", "court order").code())
                    .isZero();
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    private static List<String> topics(JsonNode remains) {
        List<String> topics = new ArrayList<>();
        remains.path("raw").forEach(holding -> topics.add(holding.path("topic").asText()));
        return topics;
    }

    private static Path page(String name, String headline, String day) throws IOException {
        String paragraph = "<p>" + headline + ", the council said on " + day + ", and hopes that the work will be done"
                + " before the autumn, when the rain begins and the river rises.</p>";
        return Files.writeString(
                folder.resolve(name + ".html"),
                "<!doctype html><html lang=\"en\"><head><title>" + headline + "</title></head><body><article><h1>"
                        + headline + "</h1>" + paragraph.repeat(4) + "</article></body></html>");
    }

    private static void add(Path page) throws InterruptedException {
        assertThat(newsmill("add", page.toString(), "--wait").err()).doesNotContain("error");
        mill.drain(() -> {});
    }

    private static String idOf(Path page) throws IOException {
        return newsmill("show", page.toString(), "--json").json().path("id").asText();
    }

    private static Path outlet() {
        return folder.resolve("data/out/articles.jsonl");
    }

    private static Shelled newsmill(String... args) {
        List<String> line = new ArrayList<>(List.of(args));
        line.addAll(List.of("--data", folder.resolve("data").toString(), "--config", config().toString()));
        return Shelled.run(line.toArray(String[]::new));
    }

    private static Path config() {
        return folder.resolve("newsmill.yaml");
    }
}
