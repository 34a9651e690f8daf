package dev.newsmill.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.message.Publication;
import dev.newsmill.runtime.FakeKafka.Point;
import dev.newsmill.stage.Outlet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutletLoopTest {
    private static final String TOPIC = "newsmill.published";
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);

    private final FakeKafka kafka = new FakeKafka();
    private final Shop shop = new Shop();
    private long begin;
    private long end;
    private final OutletLoop loop = new OutletLoop(
            "shop",
            TOPIC,
            shop,
            () -> kafka.consumer(PARTITION),
            this::span,
            new Backoff(Duration.ofMillis(1), Duration.ofMillis(1)));
    private final Thread thread = new Thread(loop, "outlet");

    /** An outlet that keeps what it gets, and may fail first. */
    private static final class Shop implements Outlet {
        final List<String> got = new CopyOnWriteArrayList<>();
        final Map<Integer, Long> next = new ConcurrentHashMap<>();
        final List<Exception> failures = new CopyOnWriteArrayList<>();
        volatile boolean closed;

        @Override
        public Map<Integer, Long> positions() {
            return Map.copyOf(next);
        }

        @Override
        public void deliver(List<Publication> publications, Set<String> withdrawn, Map<Integer, Long> positions)
                throws IOException {
            if (!failures.isEmpty()) {
                Exception failure = failures.remove(0);
                if (failure instanceof IOException io) throw io;
                throw (RuntimeException) failure;
            }
            withdrawn.forEach(id -> got.add(id + " withdrawn"));
            publications.forEach(p -> got.add(p.id() + "#" + p.revision()));
            next.putAll(positions);
        }

        @Override
        public void close() throws IOException {
            closed = true;
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        loop.close();
        thread.join(10_000);
    }

    @Test
    void publicationsComeInOrderWithTheirPositions() {
        publish("a", "b", "c");
        thread.start();
        Await.until("three", () -> shop.got.size() == 3);
        assertThat(shop.got).containsExactly("id-a#1", "id-b#2", "id-c#3");
        Await.until("positions", () -> shop.next.equals(Map.of(0, 3L)));
    }

    @Test
    void itBeginsWhereTheOutletIs() {
        publish("a", "b", "c");
        shop.next.put(0, 2L);
        thread.start();
        Await.until("through", () -> loop.isThrough(span()));
        assertThat(shop.got).containsExactly("id-c#3");
    }

    @Test
    void anOutletThatIsBehindTheTopicsBeginningStartsThere() {
        publish("a", "b", "c");
        begin = 1;
        thread.start();
        Await.until("through", () -> loop.isThrough(span()));
        assertThat(shop.got).containsExactly("id-b#2", "id-c#3");
    }

    @Test
    void whatAnOutletRefusesIsOfferedAgain() {
        shop.failures.add(new IOException("disk full"));
        shop.failures.add(new IOException("disk full"));
        publish("a", "b");
        thread.start();
        Await.until("two", () -> shop.got.size() == 2);
        assertThat(shop.got).containsExactly("id-a#1", "id-b#2");
    }

    @Test
    void anUnexpectedExceptionDoesNotEndTheLoop() {
        shop.failures.add(new IllegalStateException("bug"));
        publish("a");
        thread.start();
        Await.until("one", () -> shop.got.size() == 1);
        assertThat(loop.state()).isEqualTo(LoopState.RUNNING);
    }

    @Test
    void troubleWithKafkaIsTriedAgain() {
        kafka.fail(Point.POLL, new KafkaException("broken"));
        publish("a");
        thread.start();
        Await.until("one", () -> shop.got.size() == 1);
    }

    @Test
    void whatIsNoPublicationIsLeftOut() {
        append("{}".getBytes(StandardCharsets.UTF_8));
        append(new byte[] {1, 2});
        publish("a");
        thread.start();
        Await.until("through", () -> loop.isThrough(span()));
        assertThat(shop.got).containsExactly("id-a#3");
    }

    @Test
    void itIsThroughAnEmptyTopicAtOnce() {
        assertThat(loop.isThrough(span())).isTrue();
    }

    @Test
    void itIsNotThroughBeforeItBegan() {
        publish("a");
        assertThat(loop.isThrough(span())).isFalse();
    }

    @Test
    void closeEndsItAndClosesTheOutlet() throws InterruptedException {
        thread.start();
        Await.until("running", () -> loop.state() == LoopState.RUNNING);
        loop.close();
        assertThat(shop.closed).isTrue();
        assertThat(loop.state()).isEqualTo(LoopState.STOPPED);
    }

    @Test
    void closedBeforeItBeganItNeverRuns() {
        loop.close();
        loop.run();
        assertThat(shop.closed).isTrue();
        assertThat(loop.state()).isEqualTo(LoopState.STOPPED);
    }

    @Test
    void aTombstoneWithdrawsTheArticleAndWhatTheSameBatchHasOfItBefore() throws InterruptedException {
        publish("a", "b");
        withdraw("id-a");
        publish("c");
        thread.start();
        Await.until("through", () -> loop.isThrough(span()));
        assertThat(shop.got).containsExactly("id-a withdrawn", "id-b#2", "id-c#4");
    }

    @Test
    void whatIsPublishedAfterATombstoneStays() throws InterruptedException {
        publish("a");
        withdraw("id-a");
        publish("a");
        thread.start();
        Await.until("through", () -> loop.isThrough(span()));
        assertThat(shop.got).containsExactly("id-a withdrawn", "id-a#3");
    }

    private void withdraw(String id) {
        byte[] key = id.getBytes(StandardCharsets.UTF_8);
        kafka.append(Samples.received(new ProducerRecord<>(TOPIC, key, null), 0, end++));
    }

    private void publish(String... names) {
        for (String name : names) append(MessageCodec.json(Samples.publication(name, (int) end + 1)));
    }

    private void append(byte @Nullable [] value) {
        kafka.append(Samples.received(new ProducerRecord<>(TOPIC, new byte[] {1}, value), 0, end++));
    }

    private TopicSpan span() {
        return new TopicSpan(new TreeMap<>(Map.of(0, begin)), new TreeMap<>(Map.of(0, end)));
    }
}
