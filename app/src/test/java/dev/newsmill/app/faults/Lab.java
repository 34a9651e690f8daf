package dev.newsmill.app.faults;

import dev.newsmill.app.mill.Drain;
import dev.newsmill.app.mill.Stages;
import dev.newsmill.message.Receipt;
import dev.newsmill.runtime.Audit;
import dev.newsmill.runtime.AuditReport;
import dev.newsmill.runtime.KafkaSettings;
import dev.newsmill.runtime.Ledger;
import dev.newsmill.runtime.PageFeed;
import dev.newsmill.runtime.TopicPlan;
import dev.newsmill.runtime.TopicReader;
import dev.newsmill.runtime.TopicSpan;
import dev.newsmill.runtime.Topics;
import dev.newsmill.stage.Offer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The topics of one mill on some broker, with what tests do to them and ask about them. */
final class Lab implements AutoCloseable {
    private static final int PARTITIONS = 4;

    private final KafkaSettings kafka;
    private final Topics topics;
    private final Admin admin;

    /** Topics that start with {@code prefix}; those that are missing are made, also for stages of the test's own. */
    Lab(String bootstrap, String prefix, int replicas, String... furtherStages) {
        this.kafka = KafkaSettings.of(bootstrap);
        this.topics = new Topics(prefix);
        this.admin = kafka.admin();
        List<String> stages = new ArrayList<>(List.of(PageFeed.STAGE));
        stages.addAll(Stages.names());
        stages.addAll(List.of(furtherStages));
        new TopicPlan(topics, PARTITIONS, (short) replicas).apply(admin, stages);
    }

    KafkaSettings kafka() {
        return kafka;
    }

    Topics topics() {
        return topics;
    }

    Admin admin() {
        return admin;
    }

    /** Feeds, in this thread, and returns the receipts. */
    List<Receipt> feed(Iterator<Offer> offers) throws InterruptedException {
        List<Receipt> receipts = new ArrayList<>();
        try (PageFeed feed = new PageFeed(kafka, topics, Clock.systemUTC())) {
            feed.feed(offers, receipts::add);
        }
        return receipts;
    }

    Census census(String topic) {
        return Census.of(kafka, admin, topic);
    }

    List<Receipt> receipts() {
        List<Receipt> receipts = new ArrayList<>();
        Ledger ledger = new Ledger(kafka, topics, admin);
        ledger.read(ledger.all(), receipts::add);
        return receipts;
    }

    /** The audit of these stages; of all if none is named. */
    AuditReport audit(String... stages) throws InterruptedException {
        return new Audit(kafka, topics, links(stages)).run();
    }

    /** The records of a topic, as they can be read now. */
    List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        new TopicReader(kafka).read(topic, TopicSpan.all(admin, topic), records::add);
        return records;
    }

    /** Writes records as they are, past all books. */
    void plant(ProducerRecord<byte[], byte[]> record) {
        Map<String, Object> config =
                Map.of("bootstrap.servers", kafka.bootstrap(), "max.request.size", KafkaSettings.MAX_RECORD_BYTES);
        try (var producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(record);
        }
    }

    /** Waits until these stages have committed all that is in the topics now. */
    void drain(Runnable meanwhile, String... stages) throws InterruptedException {
        new Drain(admin, topics, links(stages)).await(meanwhile);
    }

    /** Offsets that are taken in a topic, by committed, open and aborted transactions. */
    long written(String topic) {
        Map<TopicPartition, OffsetSpec> ends = TopicSpan.all(admin, topic).end().keySet().stream()
                .collect(Collectors.toMap(p -> new TopicPartition(topic, p), p -> OffsetSpec.latest()));
        try {
            return admin.listOffsets(ends).all().get(30, TimeUnit.SECONDS).values().stream()
                    .mapToLong(info -> info.offset())
                    .sum();
        } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new AssertionError("no end offsets of " + topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Records of a topic with those of aborted transactions, which no reader of committed records gets. */
    long copies(String topic) {
        KafkaSettings all = new KafkaSettings(kafka.bootstrap(), Map.of("isolation.level", "read_uncommitted"));
        return Census.of(all, admin, topic).records();
    }

    /** Puts the killed members of a stage's group out at once, which the broker else does after their session. */
    void dismissMembers(String stage) throws InterruptedException {
        try {
            admin.removeMembersFromConsumerGroup(topics.group(stage), new RemoveMembersFromConsumerGroupOptions())
                    .all()
                    .get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new AssertionError("the members of " + stage + " stay", e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }

    private List<Audit.Link> links(String... stages) {
        List<String> names = Arrays.asList(stages);
        return Stages.links(topics).stream()
                .filter(link -> names.isEmpty() || names.contains(link.stage()))
                .toList();
    }
}
