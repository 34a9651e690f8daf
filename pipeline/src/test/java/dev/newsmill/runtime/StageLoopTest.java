package dev.newsmill.runtime;

import static dev.newsmill.runtime.Samples.P0;
import static dev.newsmill.runtime.Samples.P1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.message.Article;
import dev.newsmill.message.Page;
import dev.newsmill.message.Receipt;
import dev.newsmill.runtime.FakeKafka.Point;
import dev.newsmill.stage.Outcome;
import dev.newsmill.stage.RetryableException;
import dev.newsmill.stage.Stage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class StageLoopTest {
    private static final String STAGE = "clean";

    private final FakeKafka kafka = new FakeKafka();
    private final FakeKafka.Reader consumer = kafka.consumer(P0, P1);
    private final AtomicBoolean stageClosed = new AtomicBoolean();
    private Runnable beforeCommit = () -> {};
    private Backoff backoff = new Backoff(Duration.ofMillis(1), Duration.ofMillis(2));
    private @Nullable StageLoop loop;
    private @Nullable Thread thread;

    @AfterEach
    void stop() throws InterruptedException {
        if (loop != null) loop.close();
        if (thread != null) thread.join(10_000);
    }

    @Test
    void onePollIsOneTransaction() {
        pages("a", "b", "c");
        start(Samples.reading());
        await(3);
        assertThat(kafka.transactions).hasSize(1);
        assertThat(topics(kafka.transactions.get(0)))
                .containsExactly(
                        "newsmill.articles",
                        "newsmill.ledger",
                        "newsmill.articles",
                        "newsmill.ledger",
                        "newsmill.articles",
                        "newsmill.ledger");
        assertThat(kafka.offset(P0)).isEqualTo(3);
    }

    @Test
    void outputsFollowTheOrderOfTheInputs() {
        List<String> names =
                Stream.iterate(0, i -> i + 1).limit(60).map(i -> "p" + i).toList();
        pages(names.toArray(String[]::new));
        start(page -> {
            if (Samples.name(page).endsWith("0")) Thread.yield();
            return Outcome.emit(Samples.article(Samples.name(page)));
        });
        await(60);
        assertThat(emitted())
                .containsExactlyElementsOf(names.stream().map(n -> "id-" + n).toList());
    }

    @Test
    void dropsAndDeadLettersAreInTheSameTransactionAsOutputs() {
        pages("good", "dull", "bad");
        start(page -> switch (Samples.name(page)) {
            case "dull" -> Outcome.drop("no-text", "0 words");
            case "bad" -> throw new IllegalStateException("no such tag");
            default -> Outcome.emit(Samples.article("good"));
        });
        await(3);
        assertThat(topics(kafka.transactions.get(0)))
                .containsExactly(
                        "newsmill.articles",
                        "newsmill.ledger",
                        "newsmill.ledger",
                        "dlq.newsmill.clean",
                        "newsmill.ledger");
        assertThat(receipts())
                .extracting(Receipt::outcome)
                .containsExactly(Receipt.Result.emitted, Receipt.Result.dropped, Receipt.Result.dead);
        assertThat(loop().counts()).isEqualTo(new StageLoop.Counts(1, 1, 1));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("failures")
    void whateverFailsNothingIsLostAndNothingIsDouble(Point point, RuntimeException error) {
        kafka.fail(point, error);
        pages("a", "b", "c", "d");
        consumer.max = 2;
        start(Samples.reading());
        Await.until("all committed", () -> kafka.offset(P0) == 4);
        assertThat(kafka.hasFailed(point)).isTrue();
        assertThat(emitted()).containsExactly("id-a", "id-b", "id-c", "id-d");
        assertThat(receipts()).hasSize(4);
    }

    static Stream<Arguments> failures() {
        List<Arguments> all = new ArrayList<>();
        for (Point point : List.of(
                Point.INIT, Point.BEGIN, Point.SEND, Point.OFFSETS, Point.COMMIT, Point.COMMIT_ANSWER, Point.POLL)) {
            for (RuntimeException error : List.of(
                    new KafkaException("broken"),
                    new TimeoutException("no answer"),
                    new ProducerFencedException("fenced"),
                    new InvalidProducerEpochException("old epoch"),
                    new OutOfOrderSequenceException("sequence"),
                    new InvalidTxnStateException("state"),
                    new IllegalStateException("no transaction"))) {
                boolean outcomeUnknown = error instanceof TimeoutException;
                if (point != Point.COMMIT_ANSWER || outcomeUnknown) all.add(Arguments.of(point, error));
            }
        }
        return all.stream();
    }

    @Test
    void anAbortThatFailsCostsTheProducerAndNotTheBatch() {
        kafka.fail(Point.OFFSETS, new KafkaException("broken"));
        kafka.fail(Point.ABORT, new KafkaException("broken too"));
        kafka.fail(Point.CLOSE, new KafkaException("and this"));
        pages("a");
        start(Samples.reading());
        await(1);
        assertThat(emitted()).containsExactly("id-a");
        assertThat(kafka.calls).filteredOn("producer"::equals).hasSize(2);
    }

    @Test
    void aTransactionThatCanBeAbortedKeepsItsProducer() {
        kafka.fail(Point.OFFSETS, new KafkaException("broken"));
        pages("a");
        start(Samples.reading());
        await(1);
        assertThat(kafka.calls).filteredOn("producer"::equals).hasSize(1);
    }

    @Test
    void anUnknownOutcomeIsSettledBeforeTheCommittedOffsetsAreRead() {
        kafka.fail(Point.COMMIT, new TimeoutException("no answer"));
        pages("a");
        start(Samples.reading());
        await(1);
        int second = kafka.calls.lastIndexOf("init");
        assertThat(second).isGreaterThan(kafka.calls.indexOf("init")).isLessThan(kafka.calls.indexOf("committed"));
    }

    @Test
    void aFailedRewindIsTriedAgain() {
        kafka.fail(Point.SEND, new KafkaException("broken"));
        kafka.fail(Point.COMMITTED, new TimeoutException("coordinator"));
        pages("a", "b");
        start(Samples.reading());
        Await.until("all committed", () -> kafka.offset(P0) == 2);
        assertThat(emitted()).containsExactly("id-a", "id-b");
    }

    @Test
    void aRetryableExceptionHoldsTheWholeBatch() {
        AtomicInteger tries = new AtomicInteger();
        pages("a", "b");
        start(page -> {
            if (Samples.name(page).equals("b") && tries.incrementAndGet() < 4) {
                throw new RetryableException("the archive is down", new IllegalStateException());
            }
            return Outcome.emit(Samples.article(Samples.name(page)));
        });
        await(2);
        assertThat(emitted()).containsExactly("id-a", "id-b");
        assertThat(tries).hasValue(4);
    }

    @Test
    void theBackOffGrowsAsLongAsNoBatchGetsThrough() {
        List<Long> pauses = new ArrayList<>();
        backoff = new Backoff(Duration.ofMillis(1), Duration.ofMillis(8)) {
            @Override
            Duration next() {
                Duration pause = super.next();
                pauses.add(pause.toMillis());
                return pause;
            }
        };
        for (int i = 0; i < 6; i++) kafka.fail(Point.SEND, new KafkaException("broken"));
        pages("a");
        start(Samples.reading());
        await(1);
        kafka.fail(Point.SEND, new KafkaException("broken"));
        kafka.append(Samples.pageRecord("b", 0, 1));
        await(2);
        assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 8L, 8L, 1L);
    }

    @ParameterizedTest
    @MethodSource("configurationErrors")
    void whatKafkaWillNeverAllowStopsTheLoop(Point point, RuntimeException error) {
        kafka.fail(point, error);
        pages("a");
        start(Samples.reading());
        Await.until("the end", () -> loop().state() == LoopState.FAILED);
        assertThat(loop().failure()).isSameAs(error);
        assertThat(consumer.closed()).isTrue();
        assertThat(stageClosed).isTrue();
        assertThat(kafka.committed()).isEmpty();
    }

    static Stream<Arguments> configurationErrors() {
        return Stream.of(
                Arguments.of(Point.INIT, new UnsupportedVersionException("old broker")),
                Arguments.of(Point.INIT, new KafkaException("no producer", new ConfigException("ssl.x"))),
                Arguments.of(Point.POLL, new TopicAuthorizationException(Set.of("newsmill.pages"))),
                Arguments.of(Point.SEND, new TopicAuthorizationException(Set.of("newsmill.articles"))),
                Arguments.of(
                        Point.COMMIT, new KafkaException("aborted", new RecordTooLargeException("1 MB at the most"))),
                Arguments.of(
                        Point.COMMIT,
                        new KafkaException("in an error state", new TopicAuthorizationException("newsmill.ledger"))));
    }

    @Test
    void anErrorOfTheProcessStopsTheLoopAndIsKnown() {
        pages("a");
        start(page -> {
            throw new NoClassDefFoundError("dev/newsmill/Gone");
        });
        Await.until("the end", () -> loop().state() == LoopState.FAILED);
        assertThat(loop().failure()).isInstanceOf(FatalStageError.class).hasMessageContaining("dev/newsmill/Gone");
        assertThat(kafka.committed()).isEmpty();
    }

    @Test
    void anErrorOnTheLoopsOwnThreadIsNotSilent() {
        pages("a");
        beforeCommit = () -> {
            throw new AssertionError("bug");
        };
        start(Samples.reading());
        Await.until("the end", () -> loop().state() == LoopState.FAILED);
        assertThat(loop().failure()).isNotNull().hasMessageContaining("bug");
        assertThat(consumer.closed()).isTrue();
    }

    @Test
    void closeFinishesTheBatchAtHand() throws InterruptedException {
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        pages("a");
        start(page -> {
            working.countDown();
            mayEnd.await();
            return Outcome.emit(Samples.article("a"));
        });
        working.await();
        Thread closer = new Thread(() -> loop().close());
        closer.start();
        Await.until("close waits", () -> closer.getState() == Thread.State.TIMED_WAITING);
        mayEnd.countDown();
        closer.join();
        assertThat(emitted()).containsExactly("id-a");
        assertThat(loop().state()).isEqualTo(LoopState.STOPPED);
        assertThat(consumer.closed()).isTrue();
    }

    @Test
    void aLoopThatIsClosedBeforeItBeginsFreesAllAndNeverRuns() {
        StageLoop never = loop(Samples.reading(), null);
        never.close();
        never.run();
        assertThat(never.state()).isEqualTo(LoopState.STOPPED);
        assertThat(consumer.closed()).isTrue();
        assertThat(stageClosed).isTrue();
    }

    @Test
    void closeIsQuickWhileTheLoopBacksOff() {
        backoff = new Backoff(Duration.ofHours(1), Duration.ofHours(1));
        kafka.fail(Point.SEND, new KafkaException("broken"));
        pages("a");
        start(Samples.reading());
        Await.until("it waits", () -> loop().state() == LoopState.WAITING);
        loop().close();
        assertThat(loop().state()).isEqualTo(LoopState.STOPPED);
        assertThat(loop().failure()).isNull();
    }

    @Test
    void aProducerThatDoesNotCloseKeepsNothingElseOpen() {
        kafka.fail(Point.CLOSE, new KafkaException("broken"));
        pages("a");
        start(Samples.reading());
        await(1);
        loop().close();
        assertThat(consumer.closed()).isTrue();
        assertThat(stageClosed).isTrue();
    }

    @Test
    void aWakeUpWithoutAStopDisturbsNothing() {
        pages("a");
        start(Samples.reading());
        await(1);
        consumer.wakeup();
        kafka.append(Samples.pageRecord("b", 0, 1));
        await(2);
        assertThat(emitted()).containsExactly("id-a", "id-b");
        assertThat(loop().state()).isEqualTo(LoopState.RUNNING);
    }

    @Test
    void positionsThatMoveWithoutRecordsAreCommitted() {
        start(Samples.reading());
        Await.until("a commit", () -> kafka.offset(P0) == 0 && kafka.offset(P1) == 0);
        consumer.schedulePollTask(() -> consumer.seek(P1, 7));
        Await.until("another", () -> kafka.offset(P1) == 7);
        assertThat(kafka.committed()).isEmpty();
    }

    @Test
    void anIdleLoopCommitsOnce() {
        start(Samples.reading());
        Await.until("a commit", () -> kafka.offset(P0) == 0);
        CountDownLatch polls = new CountDownLatch(5);
        for (int i = 0; i < 5; i++) consumer.schedulePollTask(polls::countDown);
        Await.until("five polls", () -> polls.getCount() == 0);
        assertThat(kafka.calls).filteredOn("commit"::equals).hasSize(1);
    }

    @Test
    void aBatchIsCommittedAsTheMemberThatPolledIt() {
        pages("a");
        beforeCommit = () -> {};
        start(page -> {
            consumer.nextGeneration();
            return Outcome.emit(Samples.article("a"));
        });
        await(1);
        assertThat(kafka.groups.get(0))
                .extracting(ConsumerGroupMetadata::generationId)
                .isEqualTo(1);
    }

    @Test
    void afterARebalanceTheLoopGoesOnWithWhatItHas() {
        pages("a");
        start(Samples.reading());
        await(1);
        consumer.reassign(P1);
        kafka.append(Samples.pageRecord("of-another-member", 0, 1));
        kafka.append(Samples.pageRecord("b", 1, 0));
        await(2);
        assertThat(emitted()).containsExactly("id-a", "id-b");
        assertThat(kafka.offset(P0)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Point.class,
            names = {"SEND", "OFFSETS", "COMMIT"})
    void aRebalanceWhileTheBatchFailsRewindsOnlyWhatIsLeft(Point point) {
        kafka.append(Samples.pageRecord("mine", 1, 0));
        kafka.append(Samples.pageRecord("gone", 0, 0));
        kafka.fail(point, new KafkaException("the group has moved on"));
        AtomicBoolean first = new AtomicBoolean(true);
        start(page -> {
            if (first.compareAndSet(true, false)) consumer.reassign(P1);
            return Outcome.emit(Samples.article(Samples.name(page)));
        });
        Await.until("the rest", () -> kafka.offset(P1) == 1);
        assertThat(emitted()).containsExactly("id-mine");
    }

    @Test
    void recordsThatWereCutOffByACrashComeOneByOne(@TempDir Path directory) {
        CrashMarks.open(directory, "g", "i")
                .begin(List.of(Samples.pageRecord("a", 0, 0), Samples.pageRecord("b", 0, 1)));
        pages("a", "b", "c");
        start(Samples.reading(), CrashMarks.open(directory, "g", "i"));
        await(3);
        assertThat(kafka.transactions).hasSize(3);
        assertThat(emitted()).containsExactly("id-a", "id-b", "id-c");
        assertThat(kafka.offset(P0)).isEqualTo(3);
    }

    @Test
    void aRecordThatKilledTheProcessTwiceAloneIsADeadLetterAndTheOthersAreNot(@TempDir Path directory) {
        for (int i = 0; i < 2; i++) {
            CrashMarks.open(directory, "g", "i").begin(List.of(Samples.pageRecord("a", 0, 0)));
        }
        Set<String> seen = new TreeSet<>();
        pages("a", "b");
        start(
                page -> {
                    seen.add(Samples.name(page));
                    return Outcome.emit(Samples.article(Samples.name(page)));
                },
                CrashMarks.open(directory, "g", "i"));
        await(2);
        assertThat(seen).containsExactly("b");
        assertThat(receipts().get(0).reason()).isEqualTo("ProcessKilledException");
        assertThat(kafka.committed("dlq.newsmill.clean")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Point.class,
            names = {"SEND", "OFFSETS", "COMMIT"})
    void troubleWithKafkaIsNotHeldAgainstARecordThatIsAlone(Point point, @TempDir Path directory) {
        CrashMarks.open(directory, "g", "i").begin(List.of(Samples.pageRecord("a", 0, 0)));
        for (int i = 0; i < 5; i++) kafka.fail(point, new KafkaException("broken"));
        pages("a");
        start(Samples.reading(), CrashMarks.open(directory, "g", "i"));
        await(1);
        assertThat(emitted()).containsExactly("id-a");
    }

    @Test
    void aRetryableExceptionIsNotHeldAgainstARecordThatIsAlone(@TempDir Path directory) {
        CrashMarks.open(directory, "g", "i").begin(List.of(Samples.pageRecord("a", 0, 0)));
        AtomicInteger tries = new AtomicInteger();
        pages("a");
        start(
                page -> {
                    if (tries.incrementAndGet() < 5) throw new RetryableException("down", new IllegalStateException());
                    return Outcome.emit(Samples.article("a"));
                },
                CrashMarks.open(directory, "g", "i"));
        await(1);
        assertThat(emitted()).containsExactly("id-a");
    }

    @Test
    void aCrashInTheCommitIsNotHeldAgainstTheRecords(@TempDir Path directory) {
        List<Boolean> suspect = new ArrayList<>();
        beforeCommit = () -> suspect.add(CrashMarks.open(directory, "g", "i").isSuspect(Samples.pageRecord("a", 0, 0)));
        pages("a");
        start(Samples.reading(), CrashMarks.open(directory, "g", "i"));
        await(1);
        assertThat(suspect).doesNotContain(true).isNotEmpty();
    }

    private void pages(String... names) {
        for (int i = 0; i < names.length; i++) kafka.append(Samples.pageRecord(names[i], 0, i));
    }

    private void start(Stage<Page, Article> stage) {
        start(stage, null);
    }

    private void start(Stage<Page, Article> stage, @Nullable CrashMarks marks) {
        StageLoop started = loop(stage, marks);
        loop = started;
        thread = new Thread(started, "loop");
        thread.start();
    }

    private StageLoop loop(Stage<Page, Article> function, @Nullable CrashMarks marks) {
        Stage<Page, Article> stage = new Stage<>() {
            @Override
            public Outcome<Article> apply(Page page) throws Exception {
                return function.apply(page);
            }

            @Override
            public void close() {
                stageClosed.set(true);
            }
        };
        StageWork work = new FunctionWork<>(
                Samples.provider(STAGE, Page.class, Article.class, stage),
                stage,
                Samples.books(STAGE),
                Samples.options(),
                Samples.CLOCK);
        Delivery delivery = new ExactlyOnce(kafka::producer, () -> beforeCommit.run());
        return new StageLoop(STAGE, P0.topic(), consumer, work, delivery, marks, backoff);
    }

    private StageLoop loop() {
        return java.util.Objects.requireNonNull(loop);
    }

    private void await(int records) {
        Await.until(records + " records", () -> loop().counts().all() == records);
    }

    private List<String> emitted() {
        return kafka.committed("newsmill.articles").stream().map(Samples::key).toList();
    }

    private List<Receipt> receipts() {
        return kafka.committed("newsmill.ledger").stream().map(Samples::receipt).toList();
    }

    private static List<String> topics(List<org.apache.kafka.clients.producer.ProducerRecord<byte[], byte[]>> records) {
        return records.stream().map(r -> r.topic()).toList();
    }
}
