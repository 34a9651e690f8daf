package dev.newsmill.runtime;

import dev.newsmill.message.Origin;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;

/** The dead letters of one stage, read. Letters may be large: they are given one by one, and not kept. */
public final class DeadLetterTopic {
    private final String stage;
    private final String topic;
    private final Admin admin;
    private final TopicReader reader;

    /** A topic that uses, and does not close, {@code admin}. */
    public DeadLetterTopic(KafkaSettings kafka, Topics topics, Admin admin, String stage) {
        this.stage = stage;
        this.topic = topics.deadLetters(stage);
        this.admin = admin;
        this.reader = new TopicReader(kafka);
    }

    /** By letter, also those whose transaction is only just committed. */
    Map<Origin, LetterClosing> closings() {
        Map<Origin, LetterClosing> closings = new HashMap<>();
        reader.read(topic, TopicSpan.written(admin, topic), record -> {
            LetterClosing closing = LetterClosing.of(record);
            if (closing != null) closings.put(closing.letter(), closing);
        });
        return closings;
    }

    /** Gives each of these letters that is there, in the order of the topic. */
    public void read(Collection<Origin> letters, Consumer<Letter> each) {
        Set<Origin> wanted = new HashSet<>(letters);
        reader.read(topic, span(wanted), record -> {
            Letter letter = new Letter(stage, record);
            if (wanted.contains(letter.at()) && LetterClosing.of(record) == null) each.accept(letter);
        });
    }

    /** From the first to the last of these, as far as the topic has them. */
    private TopicSpan span(Set<Origin> letters) {
        SortedMap<Integer, Long> begin = new TreeMap<>();
        SortedMap<Integer, Long> end = new TreeMap<>();
        for (Origin letter : letters) {
            begin.merge(letter.partition(), letter.offset(), Math::min);
            end.merge(letter.partition(), letter.offset() + 1, Math::max);
        }
        TopicSpan all = TopicSpan.written(admin, topic);
        begin.replaceAll((partition, from) -> Math.max(from, all.begin().getOrDefault(partition, 0L)));
        end.replaceAll((partition, to) -> Math.min(to, all.end().getOrDefault(partition, 0L)));
        return new TopicSpan(begin, end);
    }
}
