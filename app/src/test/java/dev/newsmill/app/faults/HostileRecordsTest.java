package dev.newsmill.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.app.broker.EmbeddedBroker;
import dev.newsmill.app.mill.Hosted;
import dev.newsmill.app.mill.Stages;
import dev.newsmill.ingest.IngestOptions;
import dev.newsmill.ingest.Offers;
import dev.newsmill.ingest.Sources;
import dev.newsmill.message.Page;
import dev.newsmill.message.PageId;
import dev.newsmill.message.Receipt;
import dev.newsmill.message.Receipt.Result;
import dev.newsmill.runtime.AuditReport;
import dev.newsmill.runtime.LoopOptions;
import dev.newsmill.stage.Offer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hostile pages and records go through all stages together with good ones. Each ends as a dead letter or as a drop with
 * its reason, and the good ones come out.
 */
class HostileRecordsTest {
    private static final int GOOD = 20;
    private static final int DEEP = 100_000;
    private static final String SITE = "https://news.example/";

    @TempDir
    static Path folder;

    private static EmbeddedBroker broker;
    private static Lab lab;
    private static List<Receipt> receipts = List.of();

    @BeforeAll
    static void sendAll() throws Exception {
        broker = EmbeddedBroker.start(folder.resolve("kafka"));
        lab = new Lab(broker.bootstrap(), "hostile.", 1);
        List<Offer> offers = new ArrayList<>();
        MadePages.offers(0, GOOD / 2).forEachRemaining(offers::add);
        hostilePages().forEach(page -> offers.add(MadePages.offer(page)));
        MadePages.offers(GOOD / 2, GOOD).forEachRemaining(offers::add);
        lab.feed(offers.iterator());
        feedHugeFile();
        plantRecords();
        runToTheEnd();
        receipts = lab.receipts();
    }

    @AfterAll
    static void stop() {
        lab.close();
        broker.close();
    }

    @Test
    void allGoodPagesArePublished() {
        for (int n = 0; n < GOOD; n++) assertThat(end(MadePages.url(n)).stage()).isEqualTo("publish");
        assertThat(lab.census(lab.topics().published()).keys()).hasSizeGreaterThanOrEqualTo(GOOD);
    }

    @Test
    void anEmptyPageIsDropped() {
        assertEnd(SITE + "empty", "clean", Result.dropped, "empty");
    }

    @Test
    void aPageWithoutWordsIsDropped() {
        assertEnd(SITE + "blank", "clean", Result.dropped, "empty");
    }

    @Test
    void aFileOfFiftyMegabytesIsDroppedByIngest() {
        assertEnd(folder.resolve("huge.html").toString(), "ingest", Result.dropped, "too-large");
    }

    @Test
    void aPageOfFifteenMegabytesGoesThrough() {
        assertEnd(SITE + "padded", "publish", Result.emitted, null);
    }

    @Test
    void aHundredThousandNestedTagsGoThrough() {
        assertEnd(SITE + "nested", "publish", Result.emitted, null);
    }

    @Test
    void aPageWithAWrongCharsetIsPublished() {
        assertEnd(SITE + "charset", "publish", Result.emitted, null);
    }

    @Test
    void binaryDataIsDropped() {
        assertEnd(SITE + "binary", "clean", Result.dropped, "not-text");
    }

    @Test
    void aPageWithoutHeadersIsADeadLetter() {
        assertDead("clean", "no-headers", "MalformedRecordException");
    }

    @Test
    void aPageWithoutAValueIsADeadLetter() {
        assertDead("clean", "no-value", "MalformedRecordException");
    }

    @Test
    void noJsonInArticlesIsADeadLetter() {
        assertDead("enrich", "garbage", "MalformedRecordException");
    }

    @Test
    void jsonThatIsNoArticleIsADeadLetter() {
        assertDead("enrich", "no-article", "MalformedRecordException");
    }

    @Test
    void jsonWithoutARequiredFieldIsADeadLetter() {
        assertDead("publish", "no-id", "MalformedRecordException");
    }

    /** What no stage of the mill wrote, the audit names; all else is accounted for. */
    @Test
    void theAuditFindsOnlyWhatWasPlanted() throws Exception {
        assertThat(lab.audit().findings())
                .extracting(AuditReport.Finding::kind)
                .hasSize(5)
                .containsOnly(AuditReport.Kind.OUTPUT_WITHOUT_RECEIPT);
    }

    private static List<Page> hostilePages() {
        byte[] binary = new byte[10_000];
        new java.util.Random(4).nextBytes(binary);
        String russian = MadePages.html(1).replace("The people", "Жители города вышли посмотреть на новый мост");
        return List.of(
                MadePages.page(SITE + "empty", ""),
                MadePages.page(SITE + "blank", "<html><body><p> \n\t </p></body></html>"),
                MadePages.page(SITE + "nested", nested()),
                MadePages.page(SITE + "padded", padded()),
                MadePages.page(SITE + "binary", binary, "application/octet-stream"),
                MadePages.page(
                        SITE + "charset",
                        russian.getBytes(Charset.forName("windows-1251")),
                        "text/html; charset=utf-16"));
    }

    private static String nested() {
        return MadePages.html(2).replace("<article>", "<article>" + "<div><b>".repeat(DEEP / 2));
    }

    private static String padded() {
        return MadePages.html(3).replace("<footer>", "<!-- " + "filler ".repeat(2_100_000) + " --><footer>");
    }

    private static void feedHugeFile() throws Exception {
        Path file = folder.resolve("huge.html");
        Files.writeString(file, MadePages.html(5) + " ".repeat(50 << 20));
        try (Sources sources = Sources.load(IngestOptions.defaults());
                Offers offers = sources.open(List.of(file.toString()))) {
            lab.feed(offers);
        }
    }

    /** Records that no stage of the mill would write. */
    private static void plantRecords() {
        String pages = lab.topics().pages();
        lab.plant(new ProducerRecord<>(pages, bytes("no-headers"), bytes(MadePages.html(6))));
        lab.plant(new ProducerRecord<>(pages, null, bytes("no-value"), null, headers()));
        lab.plant(json(lab.topics().articles(), "garbage", "{\"id\": \"a\", \"text\": "));
        lab.plant(json(lab.topics().articles(), "no-article", "[1, 2, 3]"));
        lab.plant(json(lab.topics().enriched(), "no-id", "{\"text\": \"no id, no url\"}"));
    }

    private static ProducerRecord<byte[], byte[]> json(String topic, String key, String value) {
        return new ProducerRecord<>(topic, null, bytes(key), bytes(value), headers());
    }

    private static Headers headers() {
        return new RecordHeaders()
                .add("ce_id", bytes("stranger/1"))
                .add("ce_subject", bytes(SITE + "stranger"))
                .add("ce_time", bytes("2026-03-04T05:06:07Z"))
                .add("newsmill-origin", bytes("hostile.pages-0@0"));
    }

    private static void runToTheEnd() throws InterruptedException {
        List<Hosted> stages = new ArrayList<>();
        Map<String, String> options =
                Map.of("archive", folder.resolve("archive.db").toString());
        try {
            for (String name : Stages.names()) {
                LoopOptions loop = LoopOptions.of("one", folder.resolve("state"));
                stages.add(Hosted.start(Stages.named(name), lab.kafka(), lab.topics(), options, loop));
            }
            lab.drain(() -> stages.forEach(stage -> assertThat(stage.failure()).isNull()));
        } finally {
            stages.forEach(Hosted::close);
        }
    }

    /** The last receipt of a page. */
    private static Receipt end(String url) {
        List<Receipt> way = receipts.stream()
                .filter(r -> r.page().equals(PageId.of(url)))
                .sorted(java.util.Comparator.comparingInt(r -> order(r.stage())))
                .toList();
        assertThat(way).as(url).isNotEmpty();
        return way.get(way.size() - 1);
    }

    private static int order(String stage) {
        return Stages.names().indexOf(stage);
    }

    private static void assertEnd(String url, String stage, Result outcome, @Nullable String reason) {
        Receipt end = end(url);
        String found = end.stage() + " " + end.outcome() + " " + end.reason() + " " + end.detail();
        assertThat(end.stage()).as(found).isEqualTo(stage);
        assertThat(end.outcome()).as(found).isEqualTo(outcome);
        assertThat(end.reason()).as(found).isEqualTo(reason);
    }

    /** The dead letter of the record with this key, and its receipt. */
    private static void assertDead(String stage, String key, String reason) {
        assertThat(lab.records(lab.topics().deadLetters(stage)))
                .extracting(r -> new String(r.key(), StandardCharsets.UTF_8))
                .contains(key);
        assertThat(receipts)
                .filteredOn(r -> r.stage().equals(stage) && r.id().equals(key))
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.outcome()).isEqualTo(Result.dead);
                    assertThat(Objects.requireNonNull(r.reason()))
                            .as(r.detail())
                            .isEqualTo(reason);
                });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
