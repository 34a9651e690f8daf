package dev.newsmill.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.newsmill.app.broker.DataDirectory;
import dev.newsmill.app.config.Setting;
import dev.newsmill.app.config.Settings;
import dev.newsmill.app.mill.Mill;
import dev.newsmill.message.Json;
import dev.newsmill.runtime.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All commands against one mill: three articles, one of them twice, one page that is none, one broken record. */
class CommandsTest {
    private static final String PARAGRAPH = "<p>Officials in Lisbon agreed on Thursday to reopen the old ferry line"
            + " across the river, three years after it was shut for repairs. The mayor, Helena Duarte, said the first"
            + " boats would leave on 12 March 2024, and nobody in the room spoke against it.</p>";

    private static final String GERMAN =
            "<p>Der Senat hat am Donnerstag beschlossen, die alte Fähre über den Fluss wieder"
                    + " fahren zu lassen, drei Jahre nachdem sie für eine Reparatur stillgelegt worden war. Die ersten Boote sollen am"
                    + " 12. März 2024 ablegen, sagte der Hafenmeister, und niemand im Saal sprach dagegen.</p>";

    @TempDir
    static Path folder;

    private static Mill mill;

    @BeforeAll
    static void startAndFeed() throws IOException, InterruptedException, ExecutionException {
        Settings settings = Settings.resolve(Map.of(Setting.THREADS, "2"), Map.of(), Files.createFile(config()));
        DataDirectory data = new DataDirectory(folder.resolve("data"));
        mill = Mill.start(data, Topics.DEFAULT, settings, data.archive().toString(), "test");
        Path pages = Files.createDirectory(folder.resolve("pages"));
        page(pages.resolve("ferry.html"), "Lisbon brings back its ferry", "en");
        page(pages.resolve("hostile.html"), "Quay \u001b[2J \u202eowned " + "long ".repeat(60), "en");
        page(pages.resolve("hafen.html"), "Bremen bekommt seine Fähre zurück", "de");
        Files.writeString(pages.resolve("nothing.html"), "<h1>Page not found</h1><p>Sorry.</p>");
        assertThat(newsmill("add", pages.toString(), "--wait").code()).isZero();
        sendBrokenArticle();
        assertThat(newsmill("add", pages.resolve("ferry.html").toString(), "--wait")
                        .code())
                .isZero();
        mill.drain(() -> {});
    }

    @AfterAll
    static void stop() {
        mill.close();
    }

    @Test
    void statusShowsAStageALine() {
        Shelled status = newsmill("status");
        assertThat(status.code()).isZero();
        assertThat(status.out().replaceAll(" +", " "))
                .contains("clean ok 0 ", "enrich ok 0 ", "publish ok 0 ")
                .contains("5 pages in, 3 published, 2 dropped, 1 dead letter");
    }

    @Test
    void explainReadsThePageOfAnArticleFromKafka() {
        Shelled explained =
                newsmill("explain", folder.resolve("pages/ferry.html").toUri().toString());
        assertThat(explained.code()).isZero();
        assertThat(explained.out()).startsWith("Lisbon brings back its ferry\n").contains("FIELDS", "+ ");
    }

    @Test
    void explainSaysWhereThereIsNoSuchArticle() {
        assertThat(newsmill("explain", "https://nowhere.example/a").code()).isEqualTo(5);
    }

    @Test
    void statusInJsonHasTheSameNumbers() throws IOException {
        JsonNode status = json(newsmill("status", "--json"));
        assertThat(status.at("/totals/pages").asInt()).isEqualTo(5);
        assertThat(status.at("/stages/2/stage").asText()).isEqualTo("enrich");
        assertThat(status.at("/stages/2/dead").asInt()).isEqualTo(1);
        assertThat(status.at("/stages/2/instances").asInt()).isEqualTo(1);
    }

    @Test
    void statusChecksLimits() {
        assertThat(newsmill("status", "--check", "max-lag-seconds=60,max-dead=1")
                        .code())
                .isZero();
        assertThat(newsmill("status", "--check", "max-dead=0").code()).isEqualTo(3);
        assertThat(newsmill("status", "--check", "max-dead=0", "--watch").code())
                .isEqualTo(2);
    }

    @Test
    void tailEndsAtTheEndWhereItIsToldTo() {
        Shelled tail = newsmill("tail", "--no-follow", "--since", "1h");
        assertThat(tail.code()).isZero();
        assertThat(tail.out()).contains("STAGE").contains("ferry.html").contains("dropped");
        assertThat(newsmill("tail", "--no-follow", "-n", "2").out().lines()).hasSize(3);
    }

    @Test
    void tailFilters() throws IOException {
        List<JsonNode> receipts =
                lines(newsmill("tail", "clean", "--outcome", "dropped", "--no-follow", "--since", "1h", "--json"));
        assertThat(receipts).hasSize(1);
        assertThat(receipts.get(0).path("url").asText()).endsWith("nothing.html");
    }

    @Test
    void tailOfNothingSaysSo() {
        Shelled tail = newsmill("tail", "--no-follow", "--host", "nowhere.example");
        assertThat(tail.out()).isEmpty();
        assertThat(tail.err()).contains("newsmill tail");
    }

    @Test
    void traceShowsBothPassesOfAPageThatCameTwice() throws IOException {
        JsonNode trace = json(newsmill("trace", pageFile("ferry.html"), "--json"));
        assertThat(trace.path("passes")).hasSize(2);
        assertThat(trace.at("/passes/0/steps")).hasSize(4);
        assertThat(trace.at("/passes/0/steps/0/result").asText()).endsWith("kB text/html");
        assertThat(trace.at("/passes/1/steps/3/reason").asText()).isEqualTo("unchanged");
        assertThat(trace.path("headline").asText()).isEqualTo("Lisbon brings back its ferry");
    }

    @Test
    void traceFindsThePageByTheBeginningOfItsArticlesId() {
        Shelled trace = newsmill("trace", idOf("ferry").substring(0, 8));
        assertThat(trace.out()).contains("Lisbon brings back its ferry", "1 of 2", "2 of 2", "pages-");
    }

    @Test
    void traceOfADroppedPageSaysWhy() throws IOException {
        assertThat(newsmill("trace", pageFile("nothing.html")).out()).contains("dropped: ");
        String page = json(newsmill("trace", pageFile("nothing.html"), "--json"))
                .path("page")
                .asText();
        assertThat(newsmill("trace", page.substring(0, 10)).out()).contains("dropped: ");
    }

    @Test
    void traceOfADeadLetterSaysWhereItIs() {
        Shelled trace = newsmill("trace", "https://broken.example/1");
        assertThat(trace.out()).contains("dead letter: ");
        assertThat(trace.err()).contains("newsmill dead-letters show newsmill.articles-");
    }

    @Test
    void findGivesTheBestFirst() throws IOException {
        JsonNode found = json(newsmill("find", "lisbon", "ferry", "--lang", "en", "--json"));
        assertThat(found.at("/articles/0/headline").asText()).isEqualTo("Lisbon brings back its ferry");
        assertThat(newsmill("find", "--lang", "de").out()).contains("Bremen").doesNotContain("Lisbon brings");
        assertThat(newsmill("find", "--since", "2024-02-01", "--until", "2024-03-01")
                        .out()
                        .lines())
                .hasSize(3);
    }

    @Test
    void similarListsCopiesWithTheirShare() throws IOException {
        JsonNode similar = json(newsmill("similar", idOf("ferry"), "--json"));
        assertThat(similar.path("schema").asText()).isEqualTo("newsmill.similar/1");
        assertThat(similar.path("articles")).hasSize(1);
        assertThat(similar.at("/articles/0/share").asDouble()).isGreaterThan(0.8);
        assertThat(newsmill("similar", idOf("ferry")).out().lines())
                .singleElement()
                .satisfies(line -> assertThat(line).contains(" %  ", "2024-02-22", "file", "Quay"));
        assertThat(newsmill("similar", newsmill("find", "bremen").out().substring(0, 8))
                        .out())
                .isEmpty();
    }

    @Test
    void similarTakesAnEnrichedArticleFromAFile() throws IOException {
        Path file = folder.resolve("enriched.json");
        Files.writeString(
                file,
                newsmill("show", idOf("ferry"), "--stage", "enrich", "--json").out());
        assertThat(newsmill("similar", file.toString()).out()).contains("Quay");
        Files.writeString(file, "no JSON");
        assertThat(newsmill("similar", file.toString()).err()).contains("is no enriched article", "newsmill enrich");
    }

    @Test
    void showIsAnArticleToRead() {
        Shelled show = newsmill("show", idOf("ferry").substring(0, 6));
        assertThat(show.out())
                .startsWith("Lisbon brings back its ferry\nAda Osei · 2024-02-22 · The Example\n\n")
                .contains("revision 1 (new)");
        assertThat(show.out().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void showOfAHostilePageIsSafe() {
        assertThat(newsmill("show", idOf("quay")).out()).doesNotContain("\u001b", "\u202e");
    }

    @ParameterizedTest
    @CsvSource({"clean,blocks", "enrich,mentions", "publish,revision"})
    void showGivesEachStageInJson(String stage, String field) throws IOException {
        JsonNode shown = json(newsmill("show", idOf("ferry"), "--stage", stage, "--json"));
        assertThat(shown.path("schema").asText()).isEqualTo("newsmill.show/1");
        assertThat(shown.has(field)).isTrue();
    }

    @Test
    void showGivesMarkdown() {
        assertThat(newsmill("show", idOf("ferry"), "--format", "markdown").out())
                .startsWith("# Lisbon brings back its ferry\n");
    }

    @Test
    void showGivesTheRawPageByteForByte() throws IOException {
        PrintStream stdout = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            assertThat(newsmill("show", idOf("quay"), "--stage", "raw").code()).isZero();
        } finally {
            System.setOut(stdout);
        }
        assertThat(bytes.toByteArray()).isEqualTo(Files.readAllBytes(Path.of(pageFile("hostile.html"))));
    }

    @Test
    void deadLettersAreListedAndShown() throws IOException {
        assertThat(newsmill("dead-letters", "list").out()).contains("https://broken.example/1");
        assertThat(newsmill("dead-letters", "list", "--group-by", "stage,reason")
                        .out())
                .contains("enrich");
        JsonNode letters = json(newsmill("dead-letters", "list", "--json"));
        assertThat(letters.path("total").asInt()).isEqualTo(1);
        Shelled letter =
                newsmill("dead-letters", "show", letters.at("/letters/0/record").asText());
        assertThat(letter.out()).contains("newsmill.articles-", "no JSON at all");
    }

    @Test
    void auditIsClean() {
        assertThat(newsmill("audit").code()).isZero();
    }

    @Test
    void doctorFindsAllWell() throws IOException {
        JsonNode report = json(newsmill("doctor", "--json"));
        assertThat(report.path("healthy").asBoolean()).as(report.toString()).isTrue();
        assertThat(report.toString()).contains("all run: clean, enrich, publish", "3 articles, 3 revisions");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trace https://nowhere.example/1",
                "trace 0000000000",
                "show 0000000000",
                "find xylophone",
                "similar 0000000000",
                "dead-letters show pages-0@99999",
            })
    void whatIsNotThereExitsWithFiveAndALineThatHelps(String command) {
        Shelled answer = newsmill(command.split(" "));
        assertThat(answer.code()).isEqualTo(5);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains("newsmill ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tail sort",
                "tail --fields colour",
                "tail --since soon",
                "find --limit 0",
                "similar x --limit 0",
                "similar x --min 2",
                "similar",
                "status --check lag=1",
                "dead-letters list --group-by colour",
                "show",
                "trace",
            })
    void aWrongUseExitsWithTwo(String command) {
        Shelled answer = newsmill(command.split(" "));
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).startsWith("error: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "add -"})
    void aKafkaThatIsNotThereExitsWithSixWithinSeconds(String command) throws IOException {
        long began = System.nanoTime();
        List<String> line = new ArrayList<>(List.of(command.split(" ")));
        line.addAll(List.of("--bootstrap", "127.0.0.1:" + closedPort()));
        Shelled answer = newsmill(line.toArray(String[]::new));
        assertThat(answer.code()).isEqualTo(6);
        assertThat(answer.err()).contains("no answer from Kafka", "newsmill run");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(12));
    }

    @ParameterizedTest
    @CsvSource({"status,6", "tail,6", "trace x,6", "dead-letters list,6", "find,5", "show abcd,5", "doctor,0"})
    void withoutAMillEachSaysWhatToDo(String command, int code) {
        List<String> line = new ArrayList<>(List.of(command.split(" ")));
        line.addAll(List.of("--data", folder.resolve("none").toString(), "--config", config().toString()));
        Shelled answer = Shelled.run(line.toArray(String[]::new));
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.err() + answer.out()).contains("newsmill run");
    }

    private static Shelled newsmill(String... args) {
        List<String> line = new ArrayList<>(List.of(args));
        line.addAll(List.of("--data", folder.resolve("data").toString(), "--config", config().toString()));
        return Shelled.run(line.toArray(String[]::new));
    }

    private static String idOf(String word) {
        return newsmill("find", word, "--lang", "en").out().substring(0, 8);
    }

    private static String pageFile(String name) {
        return folder.resolve("pages").resolve(name).toString();
    }

    private static Path config() {
        return folder.resolve("newsmill.yaml");
    }

    private static JsonNode json(Shelled shelled) throws IOException {
        assertThat(shelled.out().lines()).hasSize(1);
        return Json.shared().readTree(shelled.out());
    }

    private static List<JsonNode> lines(Shelled shelled) throws IOException {
        List<JsonNode> nodes = new ArrayList<>();
        for (String line : shelled.out().lines().toList())
            nodes.add(Json.shared().readTree(line));
        return nodes;
    }

    private static void page(Path file, String headline, String language) throws IOException {
        String text = language.equals("de") ? GERMAN : PARAGRAPH;
        Files.writeString(
                file,
                "<!doctype html><html lang=\"" + language + "\"><head><meta charset=\"utf-8\"><title>" + headline
                        + "</title><meta property=\"og:site_name\" content=\"The Example\">"
                        + "<meta property=\"article:published_time\" content=\"2024-02-22\">"
                        + "<meta name=\"author\" content=\"Ada Osei\"></head><body><main><article><h1>" + headline
                        + "</h1>" + text + text.replace("Lisbon", "Porto") + text.replace("Thursday", "Monday")
                        + "</article></main></body></html>");
    }

    private static void sendBrokenArticle() throws InterruptedException, ExecutionException {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(Topics.DEFAULT.articles(), bytes("broken"), bytes("no JSON at all"));
        Map.of(
                        "ce_id", "clean/0@999",
                        "ce_subject", "https://broken.example/1",
                        "ce_time", "2024-02-22T00:00:00Z",
                        "newsmill-origin", "newsmill.pages-0@999")
                .forEach((name, value) -> record.headers().add(name, bytes(value)));
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", mill.kafka().bootstrap()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(record).get();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
