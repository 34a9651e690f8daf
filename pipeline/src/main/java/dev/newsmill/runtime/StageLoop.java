package dev.newsmill.runtime;

import dev.newsmill.message.Message;
import dev.newsmill.message.Receipt;
import dev.newsmill.stage.BatchStage;
import dev.newsmill.stage.RetryableException;
import dev.newsmill.stage.Stage;
import dev.newsmill.stage.StageProvider;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidConfigurationException;
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
    private final Backoff backoff = new Backoff();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Map<TopicPartition, Long> committed = new HashMap<>();
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
            @Nullable CrashMarks marks) {
        this.name = name;
        this.inputTopic = inputTopic;
        this.consumer = consumer;
        this.work = work;
        this.delivery = delivery;
        this.marks = marks;
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
        return new StageLoop(name, topics.of(provider.input()), consumer, work, delivery, marks);
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

    /** Why the loop ended by itself; null as long as it has not. */
    public @Nullable RuntimeException failure() {
        return failure;
    }

    /** Runs until {@link #close}, or until going on makes no sense: see {@link #failure}. */
    @Override
    public void run() {
        try {
            consumer.subscribe(List.of(inputTopic));
            while (stop.getCount() > 0) turn();
            state = LoopState.STOPPED;
        } catch (FatalStageError | KafkaException | IllegalStateException e) {
            failure = e;
            state = LoopState.FAILED;
        } catch (InterruptedException e) {
            state = LoopState.STOPPED;
            Thread.currentThread().interrupt();
        } finally {
            closeAll();
            stopped.countDown();
        }
    }

    /** Finishes the batch at hand and stops; waits for that, but not longer than 15 s. */
    @Override
    public void close() {
        stop.countDown();
        consumer.wakeup();
        try {
            if (state != LoopState.STARTING || stopped.getCount() == 0) {
                boolean clean = stopped.await(CLOSE_LIMIT.toSeconds(), TimeUnit.SECONDS);
                if (!clean)
                    log.warn(
                            "{} did not stop within {} s; its batch will be done again", name, CLOSE_LIMIT.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void turn() throws InterruptedException {
        try {
            if (needsRewind) rewind();
            delivery.start();
            ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
            if (state != LoopState.RUNNING) state = LoopState.RUNNING;
            if (polled.isEmpty()) {
                commitIdlePositions();
            } else {
                settle(polled);
            }
            backoff.reset();
        } catch (WakeupException e) {
            log.debug("{} was woken up", name);
        } catch (InvalidConfigurationException e) {
            throw e;
        } catch (KafkaException | RetryableException e) {
            retreat(e);
        } catch (FatalStageError | InterruptedException e) {
            throw e;
        } catch (Exception e) {
            retreat(e);
        }
    }

    private void settle(ConsumerRecords<byte[], byte[]> polled) throws Exception {
        List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>(polled.count());
        for (ConsumerRecord<byte[], byte[]> record : polled) batch.add(record);
        Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>(polled.nextOffsets());
        if (marks == null) {
            deliver(work.settle(batch), next);
        } else if (batch.stream().noneMatch(marks::isSuspect)) {
            marks.begin(batch);
            List<Settled> settled = work.settle(batch);
            marks.end(batch);
            deliver(settled, next);
        } else {
            settleOneByOne(batch, next, marks);
        }
    }

    private void settleOneByOne(
            List<ConsumerRecord<byte[], byte[]>> batch, Map<TopicPartition, OffsetAndMetadata> next, CrashMarks marks)
            throws Exception {
        for (ConsumerRecord<byte[], byte[]> record : batch) {
            List<Settled> settled;
            int times = marks.timesAlone(record);
            if (times >= CrashMarks.ENOUGH) {
                settled = List.of(work.giveUp(record, new ProcessKilledException(times)));
            } else {
                marks.begin(List.of(record));
                settled = work.settle(List.of(record));
            }
            TopicPartition partition = new TopicPartition(record.topic(), record.partition());
            deliver(settled, Map.of(partition, new OffsetAndMetadata(record.offset() + 1)));
            marks.end(List.of(record));
        }
        deliver(List.of(), next);
    }

    private void deliver(List<Settled> settled, Map<TopicPartition, OffsetAndMetadata> next) {
        delivery.deliver(settled.stream().flatMap(s -> s.records().stream()).toList(), next, consumer.groupMetadata());
        next.forEach((partition, offset) -> committed.put(partition, offset.offset()));
        counts = counts.plus(settled);
    }

    /**
     * Commits positions that moved without a record, over the markers of transactions: so that what is committed
     * reaches the end of the topic, and "lag 0" means that all is done.
     */
    private void commitIdlePositions() {
        Map<TopicPartition, OffsetAndMetadata> moved = new HashMap<>();
        Set<TopicPartition> assigned = consumer.assignment();
        committed.keySet().retainAll(assigned);
        for (TopicPartition partition : assigned) {
            long position = consumer.position(partition, POLL);
            Long known = committed.get(partition);
            if (known == null || known < position) moved.put(partition, new OffsetAndMetadata(position));
        }
        if (moved.isEmpty()) return;
        delivery.deliver(List.of(), moved, consumer.groupMetadata());
        moved.forEach((partition, offset) -> committed.put(partition, offset.offset()));
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

    private void closeAll() {
        try {
            delivery.close();
            consumer.close();
        } catch (KafkaException e) {
            log.warn("{} did not close cleanly: {}", name, e.toString());
        } finally {
            work.close();
        }
    }
}
