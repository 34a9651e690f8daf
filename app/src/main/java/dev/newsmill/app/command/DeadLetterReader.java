package dev.newsmill.app.command;

import dev.newsmill.app.mill.Stages;
import dev.newsmill.runtime.LetterClosing;
import dev.newsmill.runtime.PageFeed;
import dev.newsmill.runtime.TopicReader;
import dev.newsmill.runtime.TopicSpan;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Reads the dead letters of all stages. */
final class DeadLetterReader {
    private static final long MOST = 20_000;
    private static final int EXCERPT_BYTES = 2000;

    private final Connection connection;
    private final Admin admin;

    DeadLetterReader(Connection connection, Admin admin) {
        this.connection = connection;
        this.admin = admin;
    }

    /** The newest of each stage, some ten thousand at most; oldest first, with those that are closed. */
    List<DeadLetter> read() {
        List<String> stages = new ArrayList<>(List.of(PageFeed.STAGE));
        stages.addAll(Stages.names());
        List<DeadLetter> letters = new ArrayList<>();
        TopicReader reader = new TopicReader(connection.kafka());
        for (String stage : stages) {
            String topic = connection.topics().deadLetters(stage);
            TopicSpan span = TopicSpan.written(admin, topic).last(MOST);
            letters.addAll(read(stage, topic, span, reader));
        }
        letters.sort(Comparator.comparing(DeadLetter::seen));
        return letters;
    }

    private static List<DeadLetter> read(String stage, String topic, TopicSpan span, TopicReader reader) {
        List<DeadLetter> letters = new ArrayList<>();
        Map<String, LetterClosing> closings = new HashMap<>();
        reader.read(topic, span, record -> {
            LetterClosing closing = LetterClosing.of(record);
            if (closing == null) letters.add(letter(stage, record));
            else closings.put(closing.letter().toString(), closing);
        });
        letters.replaceAll(letter -> letter.closed(closings.get(letter.at())));
        return letters;
    }

    private static DeadLetter letter(String stage, ConsumerRecord<byte[], byte[]> record) {
        byte[] key = record.key() == null ? new byte[0] : record.key();
        byte[] value = record.value() == null ? new byte[0] : record.value();
        return DeadLetter.of(
                record.topic() + "-" + record.partition() + "@" + record.offset(),
                stage,
                text(key, 200),
                headers(record),
                Instant.ofEpochMilli(record.timestamp()),
                value.length,
                text(value, EXCERPT_BYTES));
    }

    private static SortedMap<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
        SortedMap<String, String> headers = new TreeMap<>();
        for (Header header : record.headers()) {
            if (header.value() != null) headers.put(header.key(), text(header.value(), 8000));
        }
        return headers;
    }

    private static String text(byte[] bytes, int most) {
        return new String(bytes, 0, Math.min(bytes.length, most), StandardCharsets.UTF_8);
    }
}
