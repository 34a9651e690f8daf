package dev.newsmill.runtime;

import dev.newsmill.message.Message;
import dev.newsmill.message.Receipt;
import dev.newsmill.stage.BatchStage;
import dev.newsmill.stage.Stage;
import dev.newsmill.stage.StageProvider;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a stage: one poll, one transaction. Poll, work on the batch with no transaction open, then send outputs, dead
 * letters, receipts and offsets in one commit. Whatever fails, the batch never happened: rewind to what is committed,
 * wait, try again.
 *
 * <p>{@link #run} belongs to one thread; {@link #close} may be called from any.
 */
public final class StageLoop implements Runnable, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(StageLoop.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(15);

    private final String name;
    private final String inputTopic;
    private final Consumer<byte[], byte[]> consumer;
    private final StageWork work;
    private final Delivery delivery;
    private final @Nullable CrashMarks marks;
    private final Backoff backoff;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Map<TopicPartition, Long> committed = new HashMap<>();
    private @Nullable ConsumerGroupMetadata group;
    private boolean needsRewind;
    private volatile Counts counts = new Counts(0, 0, 0);
    private volatile LoopState state = LoopState.STARTING;
    private volatile @Nullable RuntimeException failure;

    /** Records that this loop has committed, by outcome. */
    public record Counts(long emitted, long dropped, long dead) {
        public long all() {
            return emitted + dropped + dead;
        }

        private Counts plus(List<Settled> settled) {
            long[] more = new long[Receipt.Result.values().length];
            for (Settled s : settled) more[s.receipt().outcome().ordinal()]++;
            return new Counts(emitted + more[0], dropped + more[1], dead + more[2]);
        }
    }

    /** A loop on these clients; for the loop's own tests. */
    StageLoop(
            String name,
            String inputTopic,
            Consumer<byte[], byte[]> consumer,
            StageWork work,
            Delivery delivery,
            @Nullable CrashMarks marks,
            Backoff backoff) {
        this.name = name;
        this.inputTopic = inputTopic;
        this.consumer = consumer;
        this.work = work;
        this.delivery = delivery;
        this.marks = marks;
        this.backoff = backoff;
    }

    /** A loop that has not begun yet. It owns the stage and closes it. */
    public static <I extends Message, O extends Message> StageLoop open(
            KafkaSettings kafka, Topics topics, StageProvider<I, O> provider, Stage<I, O> stage, LoopOptions options) {
        String name = provider.name();
        String group = topics.group(name);
        Clock clock = Clock.systemUTC();
        Bookkeeper books = new Bookkeeper(
                name, provider.version(), topics, topics.of(provider.output()), options.receipts(), clock);
        StageWork work = stage instanceof BatchStage<I, O> batch
                ? new BatchWork<>(provider, batch, books, options, clock)
                : new FunctionWork<>(provider, stage, books, options, clock);
        Consumer<byte[], byte[]> consumer = kafka.member(group, options.maxPollRecords());
        String transactionalId = group + "-" + options.instance();
        boolean exact = options.delivery() == DeliveryMode.EXACTLY_ONCE;
        Delivery delivery = Delivery.of(
                options.delivery(),
                () -> exact ? kafka.transactional(transactionalId) : kafka.plain(),
                consumer,
                options.beforeCommit());
        CrashMarks marks = options.stateDirectory() == null
                ? null
                : CrashMarks.open(options.stateDirectory(), group, options.instance());
        return new StageLoop(name, topics.of(provider.input()), consumer, work, delivery, marks, Backoff.usual());
    }

    public String name() {
        return name;
    }

    public LoopState state() {
        return state;
    }

    public Counts counts() {
        return counts;
    }

    /** Why the loop ended by itself; null as long as it has not. Known before {@link #state} says so. */
    public @Nullable RuntimeException failure() {
        return failure;
    }

    /** Runs until {@link #close}, or until going on makes no sense: see {@link #failure}. Only the first call runs. */
    @Override
    public void run() {
        if (!begun.compareAndSet(false, true)) return;
        try {
            consumer.subscribe(List.of(inputTopic), new Assignment());
            while (stop.getCount() > 0) turn();
            end(null);
        } catch (InterruptedException e) {
            end(null);
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            end(e instanceof RuntimeException failed ? failed : new FatalStageError(e.toString(), e));
        }
    }

    /** Finishes the batch at hand and stops; waits for that, but not longer than 15 s. */
    @Override
    public void close() {
        stop.countDown();
        if (begun.compareAndSet(false, true)) {
            end(null);
            return;
        }
        consumer.wakeup();
        try {
            if (stopped.await(CLOSE_LIMIT.toSeconds(), TimeUnit.SECONDS)) return;
            log.warn("{} did not stop within {} s; its batch will be done again", name, CLOSE_LIMIT.toSeconds());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void turn() throws Exception {
        try {
            delivery.start(); // before the rewind: it ends a transaction whose fate is unknown, with its offsets
            if (needsRewind) rewind();
            ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
            group = consumer.groupMetadata();
            state = LoopState.RUNNING;
            if (polled.isEmpty()) {
                commitIdlePositions();
            } else {
                settle(polled);
                backoff.reset();
            }
        } catch (WakeupException e) {
            log.debug("{} was woken up", name);
        } catch (Exception e) {
            if (isFinal(e)) throw e;
            retreat(e);
        }
    }

    /** True where to try again makes no sense: what Kafka refuses today, it refuses tomorrow. */
    private static boolean isFinal(Throwable error) {
        if (error instanceof InterruptedException || error instanceof FatalStageError) return true;
        Throwable cause = error;
        for (int depth = 0; cause != null && depth < 10; depth++) {
            if (cause instanceof InvalidConfigurationException || cause instanceof ConfigException) return true;
            if (cause instanceof RecordTooLargeException) return true; // a topic that takes less than RecordSize.LIMIT
            cause = cause.getCause();
        }
        return false;
    }

    private void settle(ConsumerRecords<byte[], byte[]> polled) throws Exception {
        List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>(polled.count());
        for (ConsumerRecord<byte[], byte[]> record : polled) batch.add(record);
        Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>(polled.nextOffsets());
        if (marks == null || batch.stream().noneMatch(marks::isSuspect)) {
            deliver(work(batch), next);
        } else {
            settleOneByOne(batch, next, marks);
        }
    }

    private void settleOneByOne(
            List<ConsumerRecord<byte[], byte[]>> batch, Map<TopicPartition, OffsetAndMetadata> next, CrashMarks marks)
            throws Exception {
        for (ConsumerRecord<byte[], byte[]> record : batch) {
            if (stop.getCount() == 0) return;
            int times = marks.timesAlone(record);
            List<Settled> settled = times < CrashMarks.ENOUGH
                    ? work(List.of(record))
                    : List.of(work.giveUp(record, new ProcessKilledException(times)));
            TopicPartition partition = new TopicPartition(record.topic(), record.partition());
            deliver(settled, Map.of(partition, new OffsetAndMetadata(record.offset() + 1)));
            if (times >= CrashMarks.ENOUGH) marks.survived(List.of(record));
        }
        deliver(List.of(), next);
    }

    /** Marks the records while the stage works on them, and no longer: a crash in the commit is no fault of theirs. */
    private List<Settled> work(List<ConsumerRecord<byte[], byte[]>> batch) throws Exception {
        if (marks == null) return work.settle(batch);
        marks.begin(batch);
        try {
            List<Settled> settled = work.settle(batch);
            marks.survived(batch);
            return settled;
        } catch (FatalStageError e) {
            throw e;
        } catch (Exception e) {
            marks.survived(batch);
            throw e;
        }
    }

    /** Commits as the member that the group knew when the batch was polled: if it moved on, Kafka refuses. */
    private void deliver(List<Settled> settled, Map<TopicPartition, OffsetAndMetadata> next) {
        List<ProducerRecord<byte[], byte[]>> records =
                settled.stream().flatMap(s -> s.records().stream()).toList();
        delivery.deliver(records, next, Objects.requireNonNull(group, "no poll yet"));
        next.forEach((partition, offset) -> committed.put(partition, offset.offset()));
        counts = counts.plus(settled);
    }

    /**
     * Commits positions that moved without a record, over the markers of transactions: so that what is committed
     * reaches the end of the topic, and "lag 0" means that all is done.
     */
    private void commitIdlePositions() {
        Map<TopicPartition, OffsetAndMetadata> moved = new HashMap<>();
        for (TopicPartition partition : consumer.assignment()) {
            long position = position(partition);
            if (position > committed.getOrDefault(partition, -1L)) {
                moved.put(partition, new OffsetAndMetadata(position));
            }
        }
        if (!moved.isEmpty()) deliver(List.of(), moved);
    }

    /** Where the consumer is in a partition; -1 as long as it has not found its place there. */
    private long position(TopicPartition partition) {
        try {
            return consumer.position(partition, POLL);
        } catch (TimeoutException e) {
            log.debug("{} has no position in {} yet", name, partition);
            return -1;
        }
    }

    private void retreat(Exception e) throws InterruptedException {
        state = LoopState.WAITING;
        Duration pause = backoff.next();
        log.warn("{} starts its batch again in {} ms: {}", name, pause.toMillis(), e.toString());
        log.debug("{} starts its batch again", name, e);
        delivery.abandon(e);
        needsRewind = true;
        stop.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void rewind() {
        Set<TopicPartition> assigned = consumer.assignment();
        Map<TopicPartition, OffsetAndMetadata> offsets = consumer.committed(assigned);
        for (TopicPartition partition : assigned) {
            OffsetAndMetadata offset = offsets.get(partition);
            if (offset == null) {
                consumer.seekToBeginning(List.of(partition));
            } else {
                consumer.seek(partition, offset);
            }
        }
        committed.clear();
        needsRewind = false;
    }

    private void end(@Nullable RuntimeException why) {
        failure = why;
        try {
            close("producer", delivery);
            close("consumer", consumer);
            close("stage", work);
            if (marks != null) close("crash marks", marks);
        } finally {
            state = why == null ? LoopState.STOPPED : LoopState.FAILED;
            stopped.countDown();
        }
    }

    private void close(String what, AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            log.warn("the {} of {} did not close cleanly: {}", what, name, e.toString());
        }
    }

    /**
     * Forgets partitions that go. That it is there at all matters too: with a listener, the consumer gives a partition
     * up inside of poll only, never behind the back of a batch.
     */
    private final class Assignment implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            partitions.forEach(committed::remove);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            partitions.forEach(committed::remove);
        }
    }
}
