package dev.newsmill.runtime;

import com.fasterxml.jackson.core.JacksonException;
import dev.newsmill.message.Json;
import dev.newsmill.message.Publication;
import dev.newsmill.stage.Outlet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
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
    private final String topic;
    private final Outlet outlet;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Supplier<TopicSpan> spans;
    private final Backoff backoff;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile Map<Integer, Long> delivered = Map.of();
    private volatile LoopState state = LoopState.STARTING;

    /** A loop that owns the outlet and closes it. */
    public OutletLoop(String name, KafkaSettings kafka, Topics topics, Outlet outlet) {
        this(name, topics.published(), outlet, kafka::reader, () -> span(kafka, topics.published()), Backoff.usual());
    }

    /** A loop on these clients; for the loop's own tests. */
    OutletLoop(
            String name,
            String topic,
            Outlet outlet,
            Supplier<Consumer<byte[], byte[]>> consumers,
            Supplier<TopicSpan> spans,
            Backoff backoff) {
        this.name = name;
        this.topic = topic;
        this.outlet = outlet;
        this.consumers = consumers;
        this.spans = spans;
        this.backoff = backoff;
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

    /** Runs until {@link #close}. Only the first call runs. */
    @Override
    public void run() {
        if (!begun.compareAndSet(false, true)) return;
        try {
            while (stop.getCount() > 0) serve();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end();
        }
    }

    /** Finishes the batch at hand and stops; waits for that, but not longer than 10 s. */
    @Override
    public void close() {
        stop.countDown();
        if (begun.compareAndSet(false, true)) {
            end();
            return;
        }
        try {
            if (!stopped.await(10, TimeUnit.SECONDS)) log.warn("outlet {} did not stop", name);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve() throws InterruptedException {
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
            assign(consumer);
            state = LoopState.RUNNING;
            while (stop.getCount() > 0) turn(consumer);
        } catch (IOException | RuntimeException e) {
            state = LoopState.WAITING;
            Duration pause = backoff.next();
            log.warn("outlet {} tries again in {} ms: {}", name, pause.toMillis(), e.toString());
            stop.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void assign(Consumer<byte[], byte[]> consumer) throws IOException {
        Map<Integer, Long> wanted = outlet.positions();
        TopicSpan span = spans.get();
        consumer.assign(span.begin().keySet().stream()
                .map(p -> new TopicPartition(topic, p))
                .toList());
        span.begin()
                .forEach((partition, begin) -> consumer.seek(
                        new TopicPartition(topic, partition), Math.max(begin, wanted.getOrDefault(partition, 0L))));
        delivered = new HashMap<>(wanted);
    }

    private void turn(Consumer<byte[], byte[]> consumer) throws IOException {
        ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
        Map<Integer, Long> next = new HashMap<>();
        for (TopicPartition partition : consumer.assignment())
            next.put(partition.partition(), consumer.position(partition));
        if (!polled.isEmpty()) {
            News news = news(polled);
            outlet.deliver(news.publications(), news.withdrawn(), next);
        }
        delivered = next;
        if (!polled.isEmpty()) backoff.reset();
    }

    private static TopicSpan span(KafkaSettings kafka, String topic) {
        try (Admin admin = kafka.admin()) {
            return TopicSpan.all(admin, topic);
        }
    }

    /** What a batch says: publications after the last tombstone of their article, and the articles with a tombstone. */
    private record News(List<Publication> publications, Set<String> withdrawn) {}

    private News news(ConsumerRecords<byte[], byte[]> polled) {
        List<Publication> publications = new ArrayList<>();
        Set<String> withdrawn = new HashSet<>();
        for (ConsumerRecord<byte[], byte[]> record : polled) {
            if (record.value() != null) {
                add(record, publications);
            } else if (record.key() != null) {
                String article = new String(record.key(), StandardCharsets.UTF_8);
                publications.removeIf(publication -> publication.id().equals(article));
                withdrawn.add(article);
            }
        }
        return new News(publications, withdrawn);
    }

    private void add(ConsumerRecord<byte[], byte[]> record, List<Publication> publications) {
        try {
            publications.add(Json.shared().readValue(record.value(), Publication.class));
        } catch (IOException e) {
            String why = e instanceof JacksonException json ? json.getOriginalMessage() : e.getMessage();
            String at = topic + "-" + record.partition() + "@" + record.offset();
            log.warn("outlet {} leaves out {}, no publication: {}", name, at, why);
        }
    }

    private void end() {
        try {
            outlet.close();
        } catch (IOException | RuntimeException e) {
            log.warn("outlet {} did not close: {}", name, e.getMessage());
        } finally {
            state = LoopState.STOPPED;
            stopped.countDown();
        }
    }
}
