package dev.newsmill.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.newsmill.message.Json;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The replays there were, from topic {@code replays}. What was written by others is seen at the next read. */
public final class ReplayLog {
    private static final Logger log = LoggerFactory.getLogger(ReplayLog.class);

    private final KafkaSettings kafka;
    private final String topic;
    private final Admin admin;
    private final SortedMap<String, Replay> replays = new TreeMap<>();
    private @Nullable TopicSpan seen;

    /** A log that uses, and does not close, {@code admin}. */
    public ReplayLog(KafkaSettings kafka, Topics topics, Admin admin) {
        this.kafka = kafka;
        this.topic = topics.replays();
        this.admin = admin;
    }

    /** All there are, oldest first. */
    public synchronized Collection<Replay> all() {
        TopicSpan now = TopicSpan.all(admin, topic);
        new TopicReader(kafka).read(topic, seen == null ? now : now.after(seen), this::take);
        seen = now;
        return Collections.unmodifiableCollection(new TreeMap<>(replays).values());
    }

    /** The replay of this id as it is now; null where there is none. */
    public synchronized @Nullable Replay get(String id) {
        all();
        return replays.get(id);
    }

    /** Writes a replay; it is durable, and visible to all, when this returns. */
    public synchronized void put(Replay replay) {
        try (Producer<byte[], byte[]> producer = kafka.transactional(topic + "-" + UUID.randomUUID())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(topic, MessageCodec.bytes(replay.id()), MessageCodec.json(replay)));
            producer.commitTransaction();
        }
        replays.put(replay.id(), replay);
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null || record.value() == null) return;
        try {
            Replay replay = Json.shared().readValue(record.value(), Replay.class);
            if (replay != null) replays.put(replay.id(), replay);
        } catch (IOException e) {
            String why = e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
            log.warn("no replay at {}-{}@{}: {}", topic, record.partition(), record.offset(), why);
        }
    }
}
