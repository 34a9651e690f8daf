package dev.newsmill.runtime;

import static dev.newsmill.runtime.Samples.P0;
import static dev.newsmill.runtime.Samples.P1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.message.Page;
import dev.newsmill.message.Receipt;
import dev.newsmill.stage.Outcome;
import dev.newsmill.stage.RetryableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Twenty pages in two partitions, of which a replay is to do seven. */
class ReplayLoopTest {
    private static final String ID = "20260301-000000000-aa";
    private static final Map<Integer, String> PLAN = Map.of(0, "2-4,9", 1, "0,5-6");
    private static final int PLANNED = 7;
    private static final int MOST_ROUNDS = 2000;

    private final FakeKafka kafka = new FakeKafka();
    private final FakeKafka.Reader consumer = kafka.consumer(P0, P1);
    private final MessageCodec codec = new MessageCodec();
    private ReplayWork work = this::emitAll;

    @BeforeEach
    void fill() {
        for (int offset = 0; offset < 10; offset++) {
            kafka.append(Samples.pageRecord("a" + offset, 0, offset));
            kafka.append(Samples.pageRecord("b" + offset, 1, offset));
        }
    }

    @Test
    void doesThePlanAndNothingElse() throws InterruptedException {
        run();
        assertThat(enriched()).containsExactlyInAnyOrder("id-a2", "id-a3", "id-a4", "id-a9", "id-b0", "id-b5", "id-b6");
        assertThat(kafka.offset(P0)).isEqualTo(10);
        assertThat(kafka.offset(P1)).isEqualTo(7);
    }

    @Test
    void marksWhatItWrites() throws InterruptedException {
        run();
        ProducerRecord<byte[], byte[]> output =
                kafka.committed(Topics.DEFAULT.enriched()).get(0);
        assertThat(HeaderText.get(output.headers(), HeaderNames.REPLAY)).isEqualTo(ID);
        assertThat(HeaderText.get(output.headers(), HeaderNames.ID)).matches("replay/\\d@\\d/" + ID);
        assertThat(HeaderText.get(output.headers(), HeaderNames.VERSION)).isEqualTo("clean=1.1");
        assertThat(HeaderText.get(output.headers(), HeaderNames.ORIGIN)).matches("newsmill.pages-\\d@\\d");
    }

    @Test
    void writesAReceiptForEachRecord() throws InterruptedException {
        work = records -> answers(records, Outcome.drop("stale", "older"));
        run();
        assertThat(enriched()).isEmpty();
        assertThat(receipts()).hasSize(PLANNED).allSatisfy(receipt -> {
            assertThat(receipt.stage()).isEqualTo("replay");
            assertThat(receipt.replay()).isEqualTo(ID);
            assertThat(receipt.reason()).isEqualTo("stale");
            assertThat(receipt.version()).isEqualTo("clean=1.1");
        });
        assertThat(tally()).isEqualTo(new ReplayTally(0, PLANNED));
    }

    @Test
    void keepsItsTallyBesideTheOffsets() throws InterruptedException {
        consumer.max = 2;
        run();
        assertThat(tally()).isEqualTo(new ReplayTally(PLANNED, 0));
        assertThat(metadata(P0)).isEqualTo("written=4 passed=0");
    }

    @Test
    void goesOnWhereTheGroupIs() throws InterruptedException {
        kafka.offsets.put(P0, new OffsetAndMetadata(4, "written=2 passed=0"));
        kafka.offsets.put(P1, new OffsetAndMetadata(7, "written=2 passed=1"));
        run();
        assertThat(enriched()).containsExactly("id-a4", "id-a9");
        assertThat(tally()).isEqualTo(new ReplayTally(6, 1));
    }

    @ParameterizedTest
    @EnumSource(
            value = FakeKafka.Point.class,
            names = {"INIT", "BEGIN", "SEND", "OFFSETS", "COMMIT", "COMMIT_ANSWER", "ABORT", "POLL", "COMMITTED"})
    void neitherLosesNorRepeatsARecordWhereverKafkaFails(FakeKafka.Point point) throws InterruptedException {
        consumer.max = 3;
        if (point == FakeKafka.Point.ABORT) kafka.fail(FakeKafka.Point.SEND, new KafkaException("first"));
        kafka.fail(point, new KafkaException("planned"));
        kafka.fail(point, new TimeoutException("planned"));
        kafka.fail(point, new ProducerFencedException("planned"));
        run();
        assertThat(enriched()).hasSize(PLANNED).doesNotHaveDuplicates();
        assertThat(receipts()).hasSize(PLANNED);
        assertThat(tally()).isEqualTo(new ReplayTally(PLANNED, 0));
    }

    @Test
    void triesABatchAgainThatTheWorkCouldNotDo() throws InterruptedException {
        int[] failures = {3};
        work = records -> {
            if (failures[0]-- > 0) throw new RetryableException("the archive is down", new IllegalStateException());
            return emitAll(records);
        };
        run();
        assertThat(enriched()).hasSize(PLANNED).doesNotHaveDuplicates();
    }

    @Test
    void endsWhereKafkaRefusesIt() {
        kafka.fail(FakeKafka.Point.COMMIT, new InvalidConfigurationException("no"));
        assertThatThrownBy(this::run).isInstanceOf(InvalidConfigurationException.class);
    }

    @Test
    void leavesNoTransactionOpenWhenItIsInterrupted() {
        kafka.fail(FakeKafka.Point.OFFSETS, new InterruptException("stop"));
        assertThatThrownBy(this::run).isInstanceOf(InterruptedException.class);
        assertThat(kafka.calls).contains("abort");
        assertThat(kafka.committed()).isEmpty();
    }

    @Test
    void givesItsPartitionsUpWithoutDoingAnythingTwice() throws InterruptedException {
        consumer.max = 1;
        ReplayLoop loop = loop();
        int[] rounds = {0};
        loop.run(() -> {
            if (rounds[0]++ == 3) consumer.reassign(P1);
            return rounds[0] < 60;
        });
        assertThat(enriched()).contains("id-b0", "id-b5", "id-b6").doesNotHaveDuplicates();
        assertThat(kafka.offset(P1)).isEqualTo(7);
    }

    @Test
    void stopsBeforeTheNextBatchWhenItIsTold() throws InterruptedException {
        consumer.max = 1;
        loop().run(() -> kafka.transactions.size() < 2);
        assertThat(kafka.transactions).hasSize(2);
        assertThat(tally().all()).isEqualTo(2);
    }

    private void run() throws InterruptedException {
        OffsetSet plan = OffsetSet.parse(PLAN);
        int[] rounds = {0};
        loop().run(() -> !isDone(plan) && rounds[0]++ < MOST_ROUNDS);
        assertThat(rounds[0]).as("rounds").isLessThan(MOST_ROUNDS);
    }

    private boolean isDone(OffsetSet plan) {
        return kafka.offset(P0) > plan.last(0) && kafka.offset(P1) > plan.last(1);
    }

    private ReplayLoop loop() {
        Replay replay = new Replay(
                ID,
                Replay.State.running,
                "clean",
                Topics.DEFAULT.pages(),
                "all",
                new TreeMap<>(),
                new TreeMap<>(PLAN),
                PLANNED,
                new TreeMap<>(),
                Samples.NOW,
                Samples.NOW,
                null);
        return new ReplayLoop(
                replay,
                records -> work.settle(records),
                new ReplayBooks(replay, Topics.DEFAULT, Samples.CLOCK),
                new Pace(0),
                consumer,
                new ExactlyOnce(kafka::producer, () -> {}),
                new Backoff(Duration.ofMillis(1), Duration.ofMillis(2)));
    }

    private List<ReplayWork.Answer> emitAll(List<ConsumerRecord<byte[], byte[]>> records) {
        List<ReplayWork.Answer> answers = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            Arrival<Page> arrival = codec.decode(record, Page.class);
            String name = Samples.name(arrival.value());
            answers.add(answer(arrival, Outcome.emit(Samples.enriched(name))));
        }
        return answers;
    }

    private List<ReplayWork.Answer> answers(
            List<ConsumerRecord<byte[], byte[]>> records, Outcome<EnrichedArticle> outcome) {
        return records.stream()
                .map(record -> answer(codec.decode(record, Page.class), outcome))
                .toList();
    }

    private static ReplayWork.Answer answer(Arrival<Page> arrival, Outcome<EnrichedArticle> outcome) {
        return new ReplayWork.Answer(arrival, outcome, new TreeMap<>(Map.of("clean", "1.1")), 1);
    }

    private List<String> enriched() {
        return kafka.committed(Topics.DEFAULT.enriched()).stream()
                .map(Samples::key)
                .toList();
    }

    private List<Receipt> receipts() {
        return kafka.committed(Topics.DEFAULT.ledger()).stream()
                .map(Samples::receipt)
                .toList();
    }

    private ReplayTally tally() {
        return ReplayTally.parse(metadata(P0)).plus(ReplayTally.parse(metadata(P1)));
    }

    private String metadata(TopicPartition partition) {
        OffsetAndMetadata offset = kafka.offsets.get(partition);
        return offset == null ? "" : offset.metadata();
    }
}
