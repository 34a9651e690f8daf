package dev.newsmill.runtime;

import com.fasterxml.jackson.core.JacksonException;
import dev.newsmill.message.Json;
import dev.newsmill.message.Publication;
import dev.newsmill.stage.Outlet;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings publications to an outlet, in order. The outlet keeps its own positions, so there is no consumer group: one
 * loop serves one outlet. {@link #run} belongs to one thread; {@link #close} may be called from any.
 */
public final class OutletLoop implements Runnable, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(OutletLoop.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final String name;
    private final KafkaSettings kafka;
    private final String topic;
    private final Outlet outlet;
    private final Backoff backoff = new Backoff();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile Map<Integer, Long> delivered = Map.of();
    private volatile LoopState state = LoopState.STARTING;

    /** A loop that owns the outlet and closes it. */
    public OutletLoop(String name, KafkaSettings kafka, Topics topics, Outlet outlet) {
        this.name = name;
        this.kafka = kafka;
        this.topic = topics.published();
        this.outlet = outlet;
    }

    public String name() {
        return name;
    }

    public LoopState state() {
        return state;
    }

    /** True once all that is in {@code span} has been delivered. */
    public boolean isThrough(TopicSpan span) {
        Map<Integer, Long> now = delivered;
        return span.end().entrySet().stream()
                .allMatch(end -> end.getValue() <= span.begin().getOrDefault(end.getKey(), 0L)
                        || now.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    @Override
    public void run() {
        try {
            while (stop.getCount() > 0) serve();
            state = LoopState.STOPPED;
        } catch (InterruptedException e) {
            state = LoopState.STOPPED;
            Thread.currentThread().interrupt();
        } finally {
            closeOutlet();
            stopped.countDown();
        }
    }

    @Override
    public void close() {
        stop.countDown();
        try {
            if (state != LoopState.STARTING && !stopped.await(10, TimeUnit.SECONDS))
                log.warn("outlet {} did not stop", name);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve() throws InterruptedException {
        try (Consumer<byte[], byte[]> consumer = kafka.reader()) {
            assign(consumer);
            state = LoopState.RUNNING;
            while (stop.getCount() > 0) turn(consumer);
        } catch (WakeupException e) {
            log.debug("outlet {} was woken up", name);
        } catch (KafkaException | IOException e) {
            state = LoopState.WAITING;
            Duration pause = backoff.next();
            log.warn("outlet {} tries again in {} ms: {}", name, pause.toMillis(), e.toString());
            stop.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void assign(Consumer<byte[], byte[]> consumer) throws IOException {
        Map<Integer, Long> wanted = outlet.positions();
        try (Admin admin = kafka.admin()) {
            TopicSpan span = TopicSpan.all(admin, topic);
            List<TopicPartition> partitions = span.begin().keySet().stream()
                    .map(p -> new TopicPartition(topic, p))
                    .toList();
            consumer.assign(partitions);
            span.begin()
                    .forEach((partition, begin) -> consumer.seek(
                            new TopicPartition(topic, partition), Math.max(begin, wanted.getOrDefault(partition, 0L))));
        }
        delivered = new HashMap<>(wanted);
    }

    private void turn(Consumer<byte[], byte[]> consumer) throws IOException {
        ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
        Map<Integer, Long> next = new HashMap<>();
        for (TopicPartition partition : consumer.assignment())
            next.put(partition.partition(), consumer.position(partition));
        if (!polled.isEmpty()) outlet.deliver(publications(polled), next);
        delivered = next;
        backoff.reset();
    }

    private List<Publication> publications(ConsumerRecords<byte[], byte[]> polled) {
        List<Publication> publications = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : polled) {
            if (record.value() == null) continue;
            try {
                publications.add(Json.shared().readValue(record.value(), Publication.class));
            } catch (JacksonException e) {
                log.warn(
                        "outlet {} leaves out {}-{}@{}, no publication: {}",
                        name,
                        topic,
                        record.partition(),
                        record.offset(),
                        e.getOriginalMessage());
            } catch (IOException e) {
                log.warn(
                        "outlet {} leaves out {}-{}@{}: {}",
                        name,
                        topic,
                        record.partition(),
                        record.offset(),
                        e.getMessage());
            }
        }
        return publications;
    }

    private void closeOutlet() {
        try {
            outlet.close();
        } catch (IOException e) {
            log.warn("outlet {} did not close: {}", name, e.getMessage());
        }
    }
}
