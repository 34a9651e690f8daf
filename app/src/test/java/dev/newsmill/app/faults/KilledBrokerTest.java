package dev.newsmill.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.app.broker.EmbeddedBroker;
import dev.newsmill.app.mill.Stages;
import dev.newsmill.runtime.HangingTransactions;
import dev.newsmill.runtime.Topics;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What was decided but not yet marked when a broker was killed is carried out by the next one. The folder of the killed
 * broker is a copy of a live one's, and the decision is written into the coordinator's log by hand.
 */
@Timeout(120)
class KilledBrokerTest {
    private static final Topics TOPICS = Topics.DEFAULT;
    private static final String ID = "stage-that-dies";
    private static final String DECISIONS = "__transaction_state";
    private static final int EPOCH_AT = 10;
    private static final int STATUS_AT = 16;
    private static final byte ONGOING = 1;
    private static final byte PREPARE_COMMIT = 2;
    private static final byte[] ARTICLE = "an article".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void aTransactionThatWasBeingCommittedIsCommitted() throws Exception {
        Path killed = folder.resolve("killed");
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("live"));
                Lab lab = new Lab(broker.bootstrap(), TOPICS.prefix(), 1)) {
            KafkaProducer<byte[], byte[]> producer = begin(lab);
            decide(lab);
            copy(folder.resolve("live"), killed);
            producer.close(Duration.ZERO);
        }
        try (EmbeddedBroker broker = EmbeddedBroker.start(killed);
                Lab lab = new Lab(broker.bootstrap(), TOPICS.prefix(), 1)) {
            Await.until(
                    "the article",
                    Duration.ofSeconds(30),
                    () -> lab.records(TOPICS.articles()).size() == 1);
            assertThat(new HangingTransactions(lab.admin()).end(TOPICS, Stages.names()))
                    .isZero();
        }
    }

    @Test
    void aBrokerThatWasKilledBeforeItRegisteredDoesNotStopTheNextOne() throws Exception {
        Path live = folder.resolve("live");
        Path killed = folder.resolve("killed");
        try (EmbeddedBroker broker = EmbeddedBroker.start(live)) {
            assertThat(broker.bootstrap()).isNotEmpty();
            copyFirstSeconds(live, killed);
        }
        try (EmbeddedBroker broker = EmbeddedBroker.start(killed);
                Lab lab = new Lab(broker.bootstrap(), TOPICS.prefix(), 1)) {
            lab.feed(MadePages.offers(0, 2));
            assertThat(lab.records(TOPICS.pages())).hasSize(2);
        }
    }

    /** What is there when the controller is elected and no record is written yet. */
    private static void copyFirstSeconds(Path from, Path to) throws IOException {
        Path quorum = Path.of("log", "__cluster_metadata-0", "quorum-state");
        Files.createDirectories(to.resolve(quorum).getParent());
        for (Path file : List.of(quorum, Path.of("log", "meta.properties"))) {
            Files.copy(from.resolve(file), to.resolve(file));
        }
        try (Stream<Path> files = Files.list(from.resolve(quorum).getParent())) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".checkpoint")).toList()) {
                Files.copy(file, to.resolve(quorum).resolveSibling(file.getFileName()));
            }
        }
    }

    private static KafkaProducer<byte[], byte[]> begin(Lab lab) {
        Map<String, Object> config = Map.of("bootstrap.servers", lab.kafka().bootstrap(), "transactional.id", ID);
        var producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        producer.initTransactions();
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(TOPICS.articles(), 0, ARTICLE, ARTICLE));
        producer.flush();
        return producer;
    }

    /** Writes that the transaction is to be committed, as the coordinator does before it writes the markers. */
    private static void decide(Lab lab) throws InterruptedException {
        ConsumerRecord<byte[], byte[]> ongoing = lastDecision(lab);
        ByteBuffer value = ByteBuffer.wrap(ongoing.value());
        assertThat(value.get(STATUS_AT)).isEqualTo(ONGOING);
        value.put(STATUS_AT, PREPARE_COMMIT);
        value.putShort(EPOCH_AT, (short) (value.getShort(EPOCH_AT) + 1));
        Map<String, Object> config =
                Map.of("bootstrap.servers", lab.kafka().bootstrap(), "client.id", "__admin_client", "acks", "all");
        try (var producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(DECISIONS, ongoing.partition(), ongoing.key(), value.array()));
        }
    }

    private static ConsumerRecord<byte[], byte[]> lastDecision(Lab lab) throws InterruptedException {
        Map<String, Object> config = Map.of("bootstrap.servers", lab.kafka().bootstrap());
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> all = consumer.partitionsFor(DECISIONS).stream()
                    .map(p -> new TopicPartition(DECISIONS, p.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            AtomicReference<@Nullable ConsumerRecord<byte[], byte[]>> last = new AtomicReference<>();
            Await.until("decision", Duration.ofSeconds(30), () -> {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    if (new String(record.key(), StandardCharsets.UTF_8).endsWith(ID)) last.set(record);
                }
                ConsumerRecord<byte[], byte[]> now = last.get();
                return now != null && now.value()[STATUS_AT] == ONGOING;
            });
            return Objects.requireNonNull(last.get());
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) Files.createDirectories(copy);
                else if (!file.endsWith("port")) Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
