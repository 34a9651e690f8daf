package dev.newsmill.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.app.broker.EmbeddedBroker;
import dev.newsmill.app.mill.Hosted;
import dev.newsmill.app.mill.Stages;
import dev.newsmill.message.Json;
import dev.newsmill.message.Page;
import dev.newsmill.message.PageId;
import dev.newsmill.message.Receipt;
import dev.newsmill.runtime.AuditReport.Finding;
import dev.newsmill.runtime.AuditReport.Kind;
import dev.newsmill.runtime.LoopOptions;
import dev.newsmill.stage.Offer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Errors that are put into the topics of a mill whose books were in order: one audit finds each, and nothing else. */
class PlantedErrorsTest {
    private static final int ARTICLES = 8;
    private static final Page EMPTY = MadePages.page("https://news.example/empty", "");
    private static final String STRANGER = "stranger";

    @TempDir
    static Path folder;

    private static final Map<String, Finding> planted = new HashMap<>();
    private static List<Finding> before = List.of();
    private static List<Finding> found = List.of();
    private static EmbeddedBroker broker;
    private static Lab lab;

    @BeforeAll
    static void plantAll() throws Exception {
        broker = EmbeddedBroker.start(folder.resolve("kafka"));
        lab = new Lab(broker.bootstrap(), "planted.", 1);
        fillTheBooks();
        before = lab.audit("clean").findings();
        plantAmongPages();
        plantAmongReceipts();
        plantAmongOutputs();
        plantAmongDeadLetters();
        found = lab.audit("clean").findings();
    }

    @AfterAll
    static void stop() {
        lab.close();
        broker.close();
    }

    @Test
    void booksInOrderGiveNoFindingButThePageThatNobodyFed() {
        assertThat(before).containsExactly(finding("page of nobody"));
    }

    @Test
    void findsARecordThatWasSteppedOver() {
        assertThat(found).contains(finding("stepped over"));
    }

    @Test
    void findsAReceiptWhoseOutputIsMissing() {
        assertThat(found).contains(finding("no output"));
    }

    @Test
    void findsAReceiptWhoseDeadLetterIsMissing() {
        assertThat(found).contains(finding("no dead letter"));
    }

    @Test
    void findsACopiedOutput() {
        assertThat(found).contains(finding("copied output"));
    }

    @Test
    void findsACopiedReceipt() {
        assertThat(found).contains(finding("copied receipt"));
    }

    @Test
    void findsACopiedDeadLetter() {
        assertThat(found).contains(finding("copied dead letter"));
    }

    @Test
    void findsACopiedPage() {
        assertThat(found).contains(finding("copied page"));
    }

    @Test
    void findsAnOutputOfADroppedPage() {
        assertThat(found).contains(finding("output of a drop"));
    }

    @Test
    void findsAnOutputOfNobody() {
        assertThat(found).contains(finding("output of nobody"));
    }

    @Test
    void findsADeadLetterOfAPageThatBecameAnArticle() {
        assertThat(found).contains(finding("dead letter of an article"));
    }

    @Test
    void findsAReceiptForAnOffsetWithoutARecord() {
        assertThat(found).contains(finding("receipt of nothing"));
    }

    @Test
    void findsNothingElse() {
        assertThat(found).containsExactlyInAnyOrderElementsOf(planted.values());
    }

    /** Eight articles, a dropped page, and a dead letter for a page without headers, which no feed fed. */
    private static void fillTheBooks() throws Exception {
        lab.plant(new ProducerRecord<>(lab.topics().pages(), bytes(STRANGER), bytes("no headers")));
        List<Offer> offers = new ArrayList<>();
        MadePages.offers(0, ARTICLES).forEachRemaining(offers::add);
        offers.add(MadePages.offer(EMPTY));
        lab.feed(offers.iterator());
        try (Hosted clean =
                Hosted.start(Stages.named("clean"), lab.kafka(), lab.topics(), Map.of(), LoopOptions.of("one", null))) {
            lab.drain(() -> assertThat(clean.failure()).isNull(), "clean");
        }
        planted.put("page of nobody", new Finding(Kind.OUTPUT_WITHOUT_RECEIPT, "ingest", at(page(STRANGER))));
    }

    /** Pages that the stage, which does not run any more, steps over, and one that is there twice. */
    private static void plantAmongPages() throws Exception {
        lab.feed(MadePages.offers(ARTICLES, ARTICLES + 3));
        stepOverAll();
        List<ConsumerRecord<byte[], byte[]>> unseen = new ArrayList<>();
        for (int n = ARTICLES; n < ARTICLES + 3; n++) unseen.add(page(PageId.of(MadePages.url(n))));
        planted.put("stepped over", new Finding(Kind.MISSING_RECEIPT, "clean", at(unseen.get(0))));
        planted.put("no output", new Finding(Kind.MISSING_OUTPUT, "clean", at(unseen.get(1))));
        plantReceipt(receipt(MadePages.url(0)), at(unseen.get(1)), "clean/" + place(unseen.get(1)));
        planted.put("no dead letter", new Finding(Kind.MISSING_DEAD_LETTER, "clean", at(unseen.get(2))));
        plantReceipt(deadReceipt(), at(unseen.get(2)), "clean/" + place(unseen.get(2)));
        String copy = plantCopy(page(PageId.of(MadePages.url(0))));
        planted.put("copied page", new Finding(Kind.DUPLICATE_OUTPUT, "ingest", copy));
    }

    private static void plantAmongReceipts() throws IOException {
        Receipt copied = receipt(MadePages.url(1));
        plantReceipt(copied, copied.input(), String.valueOf(copied.event()));
        planted.put("copied receipt", new Finding(Kind.DUPLICATE_RECEIPT, "clean", copied.input()));
        ConsumerRecord<byte[], byte[]> last = lastFed();
        String marker = last.partition() + "@" + (last.offset() + 1);
        plantReceipt(receipt(MadePages.url(2)), last.topic() + "-" + marker, "clean/" + marker);
        planted.put(
                "receipt of nothing", new Finding(Kind.RECEIPT_WITHOUT_RECORD, "clean", last.topic() + "-" + marker));
    }

    private static void plantAmongOutputs() {
        ConsumerRecord<byte[], byte[]> article =
                lab.records(lab.topics().articles()).get(0);
        planted.put("copied output", new Finding(Kind.DUPLICATE_OUTPUT, "clean", plantCopy(article)));
        ConsumerRecord<byte[], byte[]> dropped = page(EMPTY.id());
        plant(article, new RecordHeaders().add("ce_id", bytes("clean/" + place(dropped))));
        planted.put("output of a drop", new Finding(Kind.OUTPUT_WITHOUT_RECEIPT, "clean", at(dropped)));
        String stranger = plant(article, new RecordHeaders().add("ce_id", bytes("stranger/1")));
        planted.put("output of nobody", new Finding(Kind.OUTPUT_WITHOUT_RECEIPT, "clean", stranger));
    }

    private static void plantAmongDeadLetters() {
        ConsumerRecord<byte[], byte[]> letter =
                lab.records(lab.topics().deadLetters("clean")).get(0);
        planted.put("copied dead letter", new Finding(Kind.DUPLICATE_DEAD_LETTER, "clean", plantCopy(letter)));
        Receipt emitted = receipt(MadePages.url(3));
        plant(letter, new RecordHeaders().add("__dlq.errors.event", bytes(String.valueOf(emitted.event()))));
        planted.put(
                "dead letter of an article", new Finding(Kind.DEAD_LETTER_WITHOUT_RECEIPT, "clean", emitted.input()));
    }

    private static Finding finding(String name) {
        Finding finding = planted.get(name);
        if (finding == null) throw new IllegalArgumentException(name);
        return finding;
    }

    private static void stepOverAll() throws Exception {
        String topic = lab.topics().pages();
        Map<TopicPartition, OffsetAndMetadata> ends = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : lab.records(topic)) {
            ends.put(new TopicPartition(topic, record.partition()), new OffsetAndMetadata(record.offset() + 1));
        }
        lab.admin()
                .alterConsumerGroupOffsets(lab.topics().group("clean"), ends)
                .all()
                .get(30, TimeUnit.SECONDS);
    }

    /** Writes a record once more; returns where it is. */
    private static String plantCopy(ConsumerRecord<byte[], byte[]> record) {
        return plant(record, record.headers());
    }

    private static String plant(ConsumerRecord<byte[], byte[]> like, Headers headers) {
        lab.plant(new ProducerRecord<>(like.topic(), like.partition(), like.key(), like.value(), headers));
        return at(lab.records(like.topic()).stream()
                .filter(r -> r.partition() == like.partition())
                .reduce((a, b) -> b)
                .orElseThrow());
    }

    private static void plantReceipt(Receipt r, String input, String event) throws IOException {
        Receipt planted = new Receipt(
                r.id(),
                r.page(),
                r.url(),
                r.host(),
                r.stage(),
                r.outcome(),
                event,
                r.reason(),
                r.detail(),
                input,
                r.origin(),
                r.replay(),
                r.version(),
                r.at(),
                r.waitedMillis(),
                r.workedMillis(),
                r.bytes(),
                new TreeMap<>(r.facts()));
        byte[] value = Json.shared().writeValueAsBytes(planted);
        lab.plant(new ProducerRecord<>(lab.topics().ledger(), bytes(r.page()), value));
    }

    private static Receipt receipt(String url) {
        return lab.receipts().stream()
                .filter(r -> r.stage().equals("clean") && url.equals(r.url()))
                .findFirst()
                .orElseThrow();
    }

    private static Receipt deadReceipt() {
        return lab.receipts().stream()
                .filter(r -> r.outcome() == Receipt.Result.dead)
                .findFirst()
                .orElseThrow();
    }

    private static ConsumerRecord<byte[], byte[]> page(String key) {
        return lab.records(lab.topics().pages()).stream()
                .filter(r -> new String(r.key(), StandardCharsets.UTF_8).equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** The last page of the first feed in some partition: after it comes the marker of its transaction. */
    private static ConsumerRecord<byte[], byte[]> lastFed() {
        ConsumerRecord<byte[], byte[]> some = page(EMPTY.id());
        return lab.records(some.topic()).stream()
                .filter(r -> r.partition() == some.partition() && isOf(some, r))
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    private static boolean isOf(ConsumerRecord<byte[], byte[]> some, ConsumerRecord<byte[], byte[]> other) {
        return other.headers().lastHeader("ce_id") != null && feed(some).equals(feed(other));
    }

    private static String feed(ConsumerRecord<byte[], byte[]> page) {
        String event = new String(page.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8);
        return event.substring(0, event.lastIndexOf('/'));
    }

    private static String at(ConsumerRecord<byte[], byte[]> record) {
        return record.topic() + "-" + place(record);
    }

    private static String place(ConsumerRecord<byte[], byte[]> record) {
        return record.partition() + "@" + record.offset();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
