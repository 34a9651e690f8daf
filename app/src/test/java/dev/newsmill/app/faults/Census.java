package dev.newsmill.app.faults;

import dev.newsmill.runtime.KafkaSettings;
import dev.newsmill.runtime.TopicReader;
import dev.newsmill.runtime.TopicSpan;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Counts the committed records of a topic by key and by CloudEvents id. */
final class Census {
    private final Map<String, Integer> keys = new HashMap<>();
    private final Map<String, Integer> events = new HashMap<>();
    private long records;

    static Census of(KafkaSettings kafka, Admin admin, String topic) {
        Census census = new Census();
        new TopicReader(kafka).read(topic, TopicSpan.all(admin, topic), census::count);
        return census;
    }

    long records() {
        return records;
    }

    /** Ids of articles, or of pages. */
    Set<String> keys() {
        return keys.keySet();
    }

    /** Records beyond the first of each id. */
    long repeatedKeys() {
        return records - keys.size();
    }

    /** Records beyond the first of each event. */
    long repeatedEvents() {
        return records - events.size();
    }

    private void count(ConsumerRecord<byte[], byte[]> record) {
        records++;
        keys.merge(new String(record.key(), StandardCharsets.UTF_8), 1, Integer::sum);
        Header event = record.headers().lastHeader("ce_id");
        events.merge(event == null ? "" : new String(event.value(), StandardCharsets.UTF_8), 1, Integer::sum);
    }
}
