package dev.newsmill.runtime;

import dev.newsmill.message.Receipt;
import dev.newsmill.stage.RetryableException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A worker of a replay that publishes. All workers of a replay are members of its group and share its partitions; each
 * batch is one transaction of outputs, receipts, offsets and the tally beside them. So any of them may be killed at any
 * time, and whoever goes on neither loses nor repeats a record. Used by one thread.
 */
public final class ReplayLoop implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ReplayLoop.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);
    /** To seek costs a round trip; fewer records than this are read and left out instead. */
    private static final int WORTH_A_SEEK = 50;

    private final Replay replay;
    private final OffsetSet plan;
    private final ReplayWork work;
    private final ReplayBooks books;
    private final Pace pace;
    private final Consumer<byte[], byte[]> consumer;
    private final Delivery delivery;
    private final Backoff backoff;
    private final Map<TopicPartition, ReplayTally> tallies = new HashMap<>();
    private boolean needsRewind = true;

    /**
     * A worker.
     *
     * @param instance tells workers of the same replay apart; the same after a restart
     * @param pace records a second
     * @param beforeCommit runs between the last send and the commit; for tests of crashes
     */
    public static ReplayLoop open(
            KafkaSettings kafka,
            Topics topics,
            Replay replay,
            ReplayWork work,
            String instance,
            Pace pace,
            Runnable beforeCommit) {
        String group = topics.replayGroup(replay.id());
        return new ReplayLoop(
                replay,
                work,
                new ReplayBooks(replay, topics, Clock.systemUTC()),
                pace,
                kafka.member(group, pace.batch()),
                new ExactlyOnce(() -> kafka.transactional(group + "-" + instance), beforeCommit),
                Backoff.usual());
    }

    /** A worker on these clients; for its own tests. */
    ReplayLoop(
            Replay replay,
            ReplayWork work,
            ReplayBooks books,
            Pace pace,
            Consumer<byte[], byte[]> consumer,
            Delivery delivery,
            Backoff backoff) {
        this.replay = replay;
        this.plan = replay.records();
        this.work = work;
        this.books = books;
        this.pace = pace;
        this.consumer = consumer;
        this.delivery = delivery;
        this.backoff = backoff;
    }

    /**
     * Works until {@code go} says no, which is asked before each batch.
     *
     * @throws InterruptedException if the thread is interrupted; the batch at hand did not happen then
     */
    public void run(BooleanSupplier go) throws InterruptedException {
        consumer.subscribe(List.of(replay.topic()), new Assignment());
        while (go.getAsBoolean()) {
            try {
                delivery.start();
                step();
                backoff.reset();
            } catch (InterruptException e) {
                InterruptedException interrupted = interrupted(e);
                delivery.abandon(e);
                throw interrupted;
            } catch (RetryableException | KafkaException e) {
                if (isFinal(e)) throw e;
                retreat(e);
            }
        }
    }

    /** Leaves the group, so that the others take its partitions at once. */
    @Override
    public void close() {
        for (AutoCloseable client : List.<AutoCloseable>of(delivery, () -> consumer.close(CLOSE_LIMIT))) {
            try {
                client.close();
            } catch (Exception e) {
                log.warn("a client of replay {} did not close cleanly: {}", replay.id(), e.toString());
            }
        }
    }

    private void step() throws InterruptedException {
        if (needsRewind) rewind();
        List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
            if (plan.contains(record.partition(), record.offset())) batch.add(record);
        }
        ConsumerGroupMetadata group = consumer.groupMetadata();
        if (!needsRewind && !batch.isEmpty()) {
            deliver(batch, work.settle(batch), group);
            pace.took(batch.size());
        }
        skip();
    }

    private void deliver(
            List<ConsumerRecord<byte[], byte[]>> batch, List<ReplayWork.Answer> answers, ConsumerGroupMetadata group) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        Map<TopicPartition, ReplayTally> now = new HashMap<>();
        Map<TopicPartition, Long> next = new HashMap<>();
        for (int i = 0; i < batch.size(); i++) {
            ConsumerRecord<byte[], byte[]> record = batch.get(i);
            Settled settled = books.settle(record, answers.get(i));
            records.addAll(settled.records());
            TopicPartition partition = new TopicPartition(record.topic(), record.partition());
            boolean written = settled.receipt().outcome() == Receipt.Result.emitted;
            ReplayTally one = new ReplayTally(written ? 1 : 0, written ? 0 : 1);
            now.merge(
                    partition, tallies.getOrDefault(partition, ReplayTally.NONE).plus(one), (a, b) -> a.plus(one));
            next.put(partition, record.offset() + 1);
        }
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        next.forEach((partition, offset) ->
                offsets.put(partition, new OffsetAndMetadata(offset, String.valueOf(now.get(partition)))));
        delivery.deliver(records, offsets, group);
        tallies.putAll(now);
    }

    /** Goes to the next planned record of each partition, and rests where there is none any more. */
    private void skip() {
        if (needsRewind) return;
        for (TopicPartition partition : consumer.assignment()) {
            if (consumer.paused().contains(partition)) continue;
            long position = consumer.position(partition);
            long next = plan.next(partition.partition(), position);
            if (next < 0) consumer.pause(List.of(partition));
            else if (next > position + WORTH_A_SEEK) consumer.seek(partition, next);
        }
    }

    private void rewind() {
        Set<TopicPartition> assigned = consumer.assignment();
        Map<TopicPartition, OffsetAndMetadata> offsets = consumer.committed(assigned);
        consumer.resume(consumer.paused());
        tallies.clear();
        for (TopicPartition partition : assigned) {
            OffsetAndMetadata offset = offsets.get(partition);
            long next = plan.next(partition.partition(), offset == null ? 0 : offset.offset());
            if (offset != null) tallies.put(partition, ReplayTally.parse(offset.metadata()));
            if (next >= 0) consumer.seek(partition, next);
            else consumer.pause(List.of(partition));
        }
        needsRewind = false;
    }

    private void retreat(Exception e) throws InterruptedException {
        Duration rest = backoff.next();
        log.warn("replay {} starts its batch again in {} ms: {}", replay.id(), rest.toMillis(), e.toString());
        delivery.abandon(e);
        needsRewind = true;
        Thread.sleep(rest.toMillis());
    }

    private static boolean isFinal(Throwable error) {
        return error instanceof InvalidConfigurationException || error instanceof ConfigException;
    }

    private static InterruptedException interrupted(InterruptException cause) {
        Thread.interrupted(); // the exception says it from here on
        InterruptedException interrupted = new InterruptedException("replay");
        interrupted.initCause(Objects.requireNonNullElse(cause.getCause(), cause));
        return interrupted;
    }

    /** Whenever partitions come or go, all start again where the group is committed. */
    private final class Assignment implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            needsRewind = true;
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            needsRewind = true;
        }
    }
}
