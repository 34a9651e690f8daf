package dev.newsmill.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newsmill.app.broker.DataDirectory;
import dev.newsmill.app.broker.EmbeddedBroker;
import dev.newsmill.app.config.Setting;
import dev.newsmill.app.config.Settings;
import dev.newsmill.app.mill.Hosted;
import dev.newsmill.app.mill.Mill;
import dev.newsmill.app.mill.Stages;
import dev.newsmill.runtime.GroupProgress;
import dev.newsmill.runtime.HangingTransactions;
import dev.newsmill.runtime.LedgerOffsets;
import dev.newsmill.runtime.LoopOptions;
import dev.newsmill.runtime.TopicSpan;
import dev.newsmill.runtime.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A transaction that is open in a topic and in a group's offsets while the coordinator has forgotten it: made by
 * stopping the broker in the middle of one, and taking the coordinator's log away.
 */
@Timeout(180)
class ForgottenTransactionTest {
    private static final int PAGES = 6;
    private static final Topics TOPICS = Topics.DEFAULT;
    private static final byte[] HALF = "half an article".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private DataDirectory data;
    private TopicPartition planted = new TopicPartition("none", 0);
    private long committedBefore;

    @BeforeEach
    void openDataDirectory() {
        data = new DataDirectory(folder.resolve("data"));
    }

    @Test
    void hangsUntilItIsEnded() throws Exception {
        plant();
        forget();
        try (EmbeddedBroker broker = EmbeddedBroker.start(data.kafka());
                Lab lab = lab(broker)) {
            assertThat(committedOf(lab, TOPICS.articles())).isLessThan(lab.written(TOPICS.articles()));
            assertThat(stableOffsets(lab)).doesNotContainKey(planted);
            assertThat(progress(lab).committed()).containsEntry(planted.partition(), committedBefore);

            HangingTransactions hanging = new HangingTransactions(lab.admin());
            assertThat(hanging.end(TOPICS, Stages.names())).isEqualTo(2);

            Await.until(
                    "end of the transaction",
                    Duration.ofSeconds(30),
                    () -> committedOf(lab, TOPICS.articles()) == lab.written(TOPICS.articles()));
            assertThat(progress(lab).lag()).isPositive();
            assertThat(hanging.end(TOPICS, Stages.names())).isZero();
        }
    }

    @Test
    void isNotTakenForOneThatTheCoordinatorKnows() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(data.kafka());
                Lab lab = lab(broker);
                KafkaProducer<byte[], byte[]> producer = begin(lab, 0)) {
            assertThat(new HangingTransactions(lab.admin()).end(TOPICS, Stages.names()))
                    .isZero();
            producer.commitTransaction();
            Await.until(
                    "committed record",
                    Duration.ofSeconds(30),
                    () -> lab.records(TOPICS.articles()).size() == 1);
        }
    }

    @Test
    void doesNotStopAMillThatStartsOnItsFolder() throws Exception {
        plant();
        forget();
        Settings settings = Settings.resolve(Map.of(Setting.OUTLETS, ""), Map.of(), null);
        try (Mill mill = Mill.start(data, TOPICS, settings, data.archive().toString(), "test");
                Lab lab = new Lab(mill.kafka().bootstrap(), TOPICS.prefix(), 1)) {
            mill.drain(() -> {});
            assertThat(lab.records(TOPICS.published())).hasSize(PAGES);
            assertThat(lab.audit().findings()).isEmpty();
        }
    }

    @Test
    void aGroupWhoseOffsetsAreGoneGoesOnWhereTheLedgerSays() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(data.kafka());
                Lab lab = lab(broker)) {
            lab.feed(MadePages.offers(0, PAGES));
            clean(lab);
            lab.admin()
                    .deleteConsumerGroups(List.of(TOPICS.group("clean")))
                    .all()
                    .get();

            new LedgerOffsets(lab.kafka(), TOPICS, lab.admin()).restore(Stages.links(TOPICS));
            lab.feed(MadePages.offers(PAGES, PAGES + 2));
            clean(lab);

            Census articles = lab.census(TOPICS.articles());
            assertThat(articles.records()).isEqualTo(PAGES + 2);
            assertThat(articles.repeatedKeys()).isZero();
            assertThat(lab.audit("clean").findings()).isEmpty();
        }
    }

    @Test
    void theLedgerIsReadAlthoughAKilledStageLeftATransactionOpenInIt() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(data.kafka());
                Lab lab = lab(broker)) {
            KafkaProducer<byte[], byte[]> killed = transactional(lab, TOPICS.group("clean") + "-killed");
            killed.send(new ProducerRecord<>(TOPICS.ledger(), 0, HALF, HALF));
            killed.flush();
            lab.feed(MadePages.offers(0, PAGES));
            clean(lab);
            lab.admin()
                    .deleteConsumerGroups(List.of(TOPICS.group("clean")))
                    .all()
                    .get();

            new LedgerOffsets(lab.kafka(), TOPICS, lab.admin()).restore(Stages.links(TOPICS));

            clean(lab);
            assertThat(lab.census(TOPICS.articles()).repeatedKeys()).isZero();
            assertThat(lab.audit("clean").findings()).isEmpty();
            assertThatThrownBy(killed::commitTransaction).isInstanceOf(ProducerFencedException.class);
            killed.close(Duration.ZERO);
        }
    }

    private static void clean(Lab lab) throws InterruptedException {
        try (Hosted clean =
                Hosted.start(Stages.named("clean"), lab.kafka(), lab.topics(), Map.of(), LoopOptions.of("one", null))) {
            lab.drain(() -> assertThat(clean.failure()).isNull(), "clean");
        }
    }

    /** Pages for a mill, and the transaction of a stage that never ends: the broker goes first. */
    private void plant() throws Exception {
        KafkaProducer<byte[], byte[]> producer;
        try (EmbeddedBroker broker = EmbeddedBroker.start(data.kafka());
                Lab lab = lab(broker)) {
            lab.feed(MadePages.offers(0, PAGES / 2));
            clean(lab);
            lab.feed(MadePages.offers(PAGES / 2, PAGES));
            int partition = progress(lab).committed().firstKey();
            planted = new TopicPartition(TOPICS.pages(), partition);
            committedBefore = progress(lab).committed().getOrDefault(partition, -1L);
            producer = begin(lab, partition);
        }
        producer.close(Duration.ZERO);
    }

    private static KafkaProducer<byte[], byte[]> begin(Lab lab, int partition) {
        KafkaProducer<byte[], byte[]> producer = transactional(lab, "stage-that-dies");
        producer.send(new ProducerRecord<>(TOPICS.articles(), 0, HALF, HALF));
        producer.sendOffsetsToTransaction(
                Map.of(new TopicPartition(TOPICS.pages(), partition), new OffsetAndMetadata(1)),
                new ConsumerGroupMetadata(TOPICS.group("clean")));
        producer.flush();
        return producer;
    }

    private static KafkaProducer<byte[], byte[]> transactional(Lab lab, String id) {
        Map<String, Object> config = Map.of("bootstrap.servers", lab.kafka().bootstrap(), "transactional.id", id);
        var producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        producer.initTransactions();
        producer.beginTransaction();
        return producer;
    }

    /** Takes away what the coordinator knows; the topic itself stays. */
    private void forget() throws IOException {
        int taken = 0;
        try (Stream<Path> files = Files.walk(data.kafka())) {
            for (Path file :
                    files.filter(ForgottenTransactionTest::isOfCoordinator).toList()) {
                Files.delete(file);
                taken++;
            }
        }
        assertThat(taken).isPositive();
    }

    private static boolean isOfCoordinator(Path file) {
        return Files.isRegularFile(file)
                && file.toString().contains("__transaction_state-")
                && !file.endsWith("partition.metadata");
    }

    private static GroupProgress progress(Lab lab) {
        return GroupProgress.of(lab.admin(), TOPICS.group("clean"), TOPICS.pages());
    }

    /** As the client gives them: without those whose transaction is open. */
    private static Map<TopicPartition, OffsetAndMetadata> stableOffsets(Lab lab) throws Exception {
        String group = TOPICS.group("clean");
        var options = new ListConsumerGroupOffsetsOptions().requireStable(true);
        return lab.admin()
                .listConsumerGroupOffsets(Map.of(group, new ListConsumerGroupOffsetsSpec()), options)
                .partitionsToOffsetAndMetadata(group)
                .get(30, TimeUnit.SECONDS);
    }

    private static long committedOf(Lab lab, String topic) {
        return TopicSpan.all(lab.admin(), topic).size();
    }

    private static Lab lab(EmbeddedBroker broker) {
        return new Lab(broker.bootstrap(), TOPICS.prefix(), 1);
    }
}
