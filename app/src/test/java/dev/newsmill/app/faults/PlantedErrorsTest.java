package dev.newsmill.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.app.broker.EmbeddedBroker;
import dev.newsmill.app.mill.Hosted;
import dev.newsmill.app.mill.Stages;
import dev.newsmill.message.Json;
import dev.newsmill.message.Origin;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Errors that are put into the topics of a mill whose books were in order: the audit finds each, and nothing else. */
class PlantedErrorsTest {
    private static final int ARTICLES = 8;
    private static final Page EMPTY = MadePages.page("https://news.example/empty", "");

    @TempDir
    static Path folder;

    private static EmbeddedBroker broker;

    private Lab lab;

    PlantedErrorsTest(TestInfo test) {
        lab = new Lab(broker.bootstrap(), test.getTestMethod().orElseThrow().getName() + ".", 1);
    }

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedBroker.start(folder.resolve("kafka"));
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    /** Eight articles, a dropped page and a dead letter, all of them accounted for. */
    @BeforeEach
    void fillTheBooks() throws Exception {
        List<Offer> offers = new ArrayList<>();
        MadePages.offers(0, ARTICLES).forEachRemaining(offers::add);
        offers.add(MadePages.offer(EMPTY));
        lab.feed(offers.iterator());
        lab.plant(new ProducerRecord<>(lab.topics().pages(), bytes("no"), bytes("no headers")));
        try (Hosted clean =
                Hosted.start(Stages.named("clean"), lab.kafka(), lab.topics(), Map.of(), LoopOptions.of("one", null))) {
            lab.drain(() -> assertThat(clean.failure()).isNull(), "clean");
        }
    }

    @AfterEach
    void closeLab() {
        lab.close();
    }

    @Test
    void findsARecordThatWasSteppedOver() throws Exception {
        ConsumerRecord<byte[], byte[]> page = addUnseen();
        stepOver(page);
        assertThat(clean()).containsExactly(new Finding(Kind.MISSING_RECEIPT, "clean", at(page)));
    }

    @Test
    void findsAReceiptWhoseOutputIsMissing() throws Exception {
        ConsumerRecord<byte[], byte[]> page = addUnseen();
        stepOver(page);
        plantReceipt(receipt(Receipt.Result.emitted), at(page), "clean/" + place(page));
        assertThat(clean()).containsExactly(new Finding(Kind.MISSING_OUTPUT, "clean", at(page)));
    }

    @Test
    void findsAReceiptWhoseDeadLetterIsMissing() throws Exception {
        ConsumerRecord<byte[], byte[]> page = addUnseen();
        stepOver(page);
        plantReceipt(receipt(Receipt.Result.dead), at(page), "clean/" + place(page));
        assertThat(clean()).containsExactly(new Finding(Kind.MISSING_DEAD_LETTER, "clean", at(page)));
    }

    @Test
    void findsACopiedOutput() throws Exception {
        String at =
                plantCopy(lab.topics().articles(), last(lab.topics().articles()).headers());
        assertThat(clean()).containsExactly(new Finding(Kind.DUPLICATE_OUTPUT, "clean", at));
    }

    @Test
    void findsACopiedReceipt() throws Exception {
        Receipt receipt = receipt(Receipt.Result.emitted);
        plantReceipt(receipt, receipt.input(), String.valueOf(receipt.event()));
        assertThat(clean()).containsExactly(new Finding(Kind.DUPLICATE_RECEIPT, "clean", receipt.input()));
    }

    @Test
    void findsACopiedDeadLetter() throws Exception {
        String letters = lab.topics().deadLetters("clean");
        String at = plantCopy(letters, last(letters).headers());
        assertThat(clean()).containsExactly(new Finding(Kind.DUPLICATE_DEAD_LETTER, "clean", at));
    }

    @Test
    void findsAnOutputOfADroppedPage() throws Exception {
        ConsumerRecord<byte[], byte[]> dropped = page(EMPTY.id());
        Headers headers = new RecordHeaders().add("ce_id", bytes("clean/" + place(dropped)));
        plantCopy(lab.topics().articles(), headers);
        assertThat(clean()).containsExactly(new Finding(Kind.OUTPUT_WITHOUT_RECEIPT, "clean", at(dropped)));
    }

    @Test
    void findsAnOutputOfNobody() throws Exception {
        String at = plantCopy(lab.topics().articles(), new RecordHeaders().add("ce_id", bytes("stranger/1")));
        assertThat(clean()).containsExactly(new Finding(Kind.OUTPUT_WITHOUT_RECEIPT, "clean", at));
    }

    @Test
    void findsADeadLetterOfAPageThatBecameAnArticle() throws Exception {
        Receipt emitted = receipt(Receipt.Result.emitted);
        Headers headers = new RecordHeaders().add("__dlq.errors.event", bytes(String.valueOf(emitted.event())));
        plantCopy(lab.topics().deadLetters("clean"), headers);
        assertThat(clean()).containsExactly(new Finding(Kind.DEAD_LETTER_WITHOUT_RECEIPT, "clean", emitted.input()));
    }

    @Test
    void findsAReceiptForAnOffsetWithoutARecord() throws Exception {
        Receipt emitted = receipt(Receipt.Result.emitted);
        Origin marker = marker(Origin.parse(emitted.input()).partition());
        plantReceipt(emitted, marker.toString(), "clean/" + marker.partition() + "@" + marker.offset());
        assertThat(clean()).containsExactly(new Finding(Kind.RECEIPT_WITHOUT_RECORD, "clean", marker.toString()));
    }

    @Test
    void findsAPageThatIsInTwice() throws Exception {
        String at = plantCopy(
                lab.topics().pages(), page(PageId.of(MadePages.url(0))).headers());
        assertThat(clean()).containsExactly(new Finding(Kind.DUPLICATE_OUTPUT, "ingest", at));
    }

    @Test
    void findsNothingWhereNothingIsPlanted() throws Exception {
        assertThat(clean()).isEmpty();
    }

    private List<Finding> clean() throws InterruptedException {
        return lab.audit("clean").findings().stream()
                .filter(f -> !f.at().equals(unfed()) || f.kind() != Kind.OUTPUT_WITHOUT_RECEIPT)
                .toList();
    }

    /** The record without headers, which no feed fed: ingest has no receipt for it, and the audit says so. */
    private String unfed() {
        return at(page("no"));
    }

    /** A page that the stage has not seen, as the stage does not run. */
    private ConsumerRecord<byte[], byte[]> addUnseen() throws InterruptedException {
        lab.feed(MadePages.offers(ARTICLES, ARTICLES + 1));
        return page(PageId.of(MadePages.url(ARTICLES)));
    }

    private void stepOver(ConsumerRecord<byte[], byte[]> record) throws Exception {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        lab.admin()
                .alterConsumerGroupOffsets(
                        lab.topics().group("clean"), Map.of(partition, new OffsetAndMetadata(record.offset() + 1)))
                .all()
                .get(30, TimeUnit.SECONDS);
    }

    /** Writes the last record of a topic once more, with these headers; returns where it is. */
    private String plantCopy(String topic, Headers headers) {
        ConsumerRecord<byte[], byte[]> original = last(topic);
        lab.plant(new ProducerRecord<>(topic, original.partition(), original.key(), original.value(), headers));
        return at(last(topic, original.partition()));
    }

    private void plantReceipt(Receipt r, String input, String event) throws IOException {
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

    private Receipt receipt(Receipt.Result outcome) {
        return lab.receipts().stream()
                .filter(r -> r.stage().equals("clean") && r.outcome() == outcome)
                .findFirst()
                .orElseThrow();
    }

    private ConsumerRecord<byte[], byte[]> page(String key) {
        return lab.records(lab.topics().pages()).stream()
                .filter(r -> new String(r.key(), StandardCharsets.UTF_8).equals(key))
                .findFirst()
                .orElseThrow();
    }

    private ConsumerRecord<byte[], byte[]> last(String topic) {
        List<ConsumerRecord<byte[], byte[]>> records = lab.records(topic);
        return records.get(records.size() - 1);
    }

    private ConsumerRecord<byte[], byte[]> last(String topic, int partition) {
        List<ConsumerRecord<byte[], byte[]>> records = lab.records(topic).stream()
                .filter(r -> r.partition() == partition)
                .toList();
        return records.get(records.size() - 1);
    }

    /** The marker of the feed's transaction: the offset after its last page in the partition. */
    private Origin marker(int partition) {
        String topic = lab.topics().pages();
        long offset = lab.records(topic).stream()
                .filter(r -> r.partition() == partition && r.headers().lastHeader("ce_id") != null)
                .mapToLong(ConsumerRecord::offset)
                .max()
                .orElseThrow();
        return new Origin(topic, partition, offset + 1);
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
