package dev.newsmill.runtime;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * A log, committed offsets and transactions, on Kafka's own mock clients: what is committed shows, what is aborted does
 * not, and each point of a transaction can be made to fail.
 */
final class FakeKafka {
    /** Where a client can be made to fail. */
    enum Point {
        INIT,
        BEGIN,
        SEND,
        OFFSETS,
        /** Nothing is committed. */
        COMMIT,
        /** All is committed, and the answer is lost. */
        COMMIT_ANSWER,
        ABORT,
        CLOSE,
        POLL,
        COMMITTED
    }

    final Map<TopicPartition, OffsetAndMetadata> offsets = new ConcurrentHashMap<>();
    final List<List<ProducerRecord<byte[], byte[]>>> transactions = new CopyOnWriteArrayList<>();
    final List<ConsumerGroupMetadata> groups = new CopyOnWriteArrayList<>();
    final List<String> calls = new CopyOnWriteArrayList<>();
    private final Map<Point, Deque<RuntimeException>> failures = new EnumMap<>(Point.class);
    private final Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> log = new HashMap<>();

    synchronized void fail(Point point, RuntimeException error) {
        failures.computeIfAbsent(point, p -> new ArrayDeque<>()).add(error);
    }

    synchronized boolean hasFailed(Point point) {
        Deque<RuntimeException> left = failures.get(point);
        return left == null || left.isEmpty();
    }

    synchronized void append(ConsumerRecord<byte[], byte[]> record) {
        log.computeIfAbsent(new TopicPartition(record.topic(), record.partition()), p -> new ArrayList<>())
                .add(record);
    }

    /** All that is committed, in order. */
    List<ProducerRecord<byte[], byte[]>> committed() {
        return transactions.stream().flatMap(List::stream).toList();
    }

    List<ProducerRecord<byte[], byte[]>> committed(String topic) {
        return committed().stream().filter(r -> r.topic().equals(topic)).toList();
    }

    long offset(TopicPartition partition) {
        OffsetAndMetadata offset = offsets.get(partition);
        return offset == null ? -1 : offset.offset();
    }

    Producer<byte[], byte[]> producer() {
        calls.add("producer");
        return new Transactional();
    }

    Reader consumer(TopicPartition... partitions) {
        return new Reader(List.of(partitions));
    }

    private synchronized void at(Point point) {
        Deque<RuntimeException> left = failures.get(point);
        RuntimeException error = left == null ? null : left.poll();
        if (error != null) throw error;
    }

    private final class Transactional extends MockProducer<byte[], byte[]> {
        private final List<ProducerRecord<byte[], byte[]>> sent = new ArrayList<>();
        private final Map<TopicPartition, OffsetAndMetadata> moved = new HashMap<>();

        Transactional() {
            super(true, null, new ByteArraySerializer(), new ByteArraySerializer());
        }

        @Override
        public void initTransactions() {
            calls.add("init");
            at(Point.INIT);
            super.initTransactions();
        }

        @Override
        public void beginTransaction() {
            at(Point.BEGIN);
            super.beginTransaction();
            sent.clear();
            moved.clear();
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
            at(Point.SEND);
            sent.add(record);
            return super.send(record);
        }

        @Override
        public void sendOffsetsToTransaction(Map<TopicPartition, OffsetAndMetadata> next, ConsumerGroupMetadata group) {
            at(Point.OFFSETS);
            super.sendOffsetsToTransaction(next, group);
            groups.add(group);
            moved.putAll(next);
        }

        @Override
        public void commitTransaction() {
            calls.add("commit");
            at(Point.COMMIT);
            super.commitTransaction();
            if (!sent.isEmpty()) transactions.add(List.copyOf(sent));
            offsets.putAll(moved);
            at(Point.COMMIT_ANSWER);
        }

        @Override
        public void abortTransaction() {
            calls.add("abort");
            at(Point.ABORT);
            super.abortTransaction();
        }

        @Override
        public void close(Duration limit) {
            calls.add("close");
            super.close(limit);
            at(Point.CLOSE);
        }
    }

    /** A consumer of the log. It starts where the group is committed. */
    final class Reader extends MockConsumer<byte[], byte[]> {
        private volatile Collection<TopicPartition> wanted;
        private volatile int generation = 1;
        private @Nullable ConsumerRebalanceListener listener;
        private boolean assigned;
        int max = 100;

        Reader(Collection<TopicPartition> wanted) {
            super("earliest");
            this.wanted = wanted;
        }

        /** Gives the consumer other partitions, at its next poll. */
        void reassign(TopicPartition... partitions) {
            wanted = List.of(partitions);
            generation++;
            synchronized (this) {
                assigned = false;
            }
        }

        /** The group gives the member a new epoch at once, as Kafka does behind a consumer's back. */
        void nextGeneration() {
            generation++;
        }

        @Override
        public synchronized void subscribe(Collection<String> topics, ConsumerRebalanceListener rebalances) {
            listener = rebalances;
            super.subscribe(topics, rebalances);
        }

        @Override
        public synchronized void assign(Collection<TopicPartition> partitions) {
            assigned = true;
            Map<TopicPartition, Long> begin = new HashMap<>();
            partitions.forEach(p -> begin.put(p, 0L));
            updateBeginningOffsets(begin);
            super.assign(partitions);
        }

        @Override
        public ConsumerGroupMetadata groupMetadata() {
            return new ConsumerGroupMetadata("group", generation, "member", java.util.Optional.empty());
        }

        @Override
        public synchronized Map<TopicPartition, OffsetAndMetadata> committed(Set<TopicPartition> partitions) {
            calls.add("committed");
            at(Point.COMMITTED);
            Map<TopicPartition, OffsetAndMetadata> found = new HashMap<>();
            partitions.forEach(p -> found.put(p, offsets.get(p)));
            return found;
        }

        @Override
        public synchronized ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
            at(Point.POLL);
            assign();
            super.poll(timeout);
            Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> batch = new HashMap<>();
            Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
            int left = max;
            for (TopicPartition partition : assignment()) {
                List<ConsumerRecord<byte[], byte[]>> records = read(partition, left);
                if (records.isEmpty()) continue;
                long end = records.get(records.size() - 1).offset() + 1;
                batch.put(partition, records);
                next.put(partition, new OffsetAndMetadata(end));
                super.seek(partition, end);
                left -= records.size();
            }
            if (batch.isEmpty()) LockSupport.parkNanos(500_000);
            return new ConsumerRecords<>(batch, next);
        }

        private void assign() {
            if (assigned) return;
            assigned = true;
            Map<TopicPartition, Long> begin = new HashMap<>();
            wanted.forEach(p -> begin.put(p, 0L));
            updateBeginningOffsets(begin);
            Collection<TopicPartition> before = List.copyOf(assignment());
            if (listener != null && !before.isEmpty()) listener.onPartitionsRevoked(before);
            rebalance(wanted);
            wanted.forEach(p -> super.seek(p, Math.max(0, offset(p))));
        }

        private List<ConsumerRecord<byte[], byte[]>> read(TopicPartition partition, int limit) {
            long position = position(partition);
            synchronized (FakeKafka.this) {
                return log.getOrDefault(partition, List.of()).stream()
                        .filter(r -> r.offset() >= position)
                        .limit(limit)
                        .toList();
            }
        }
    }
}
