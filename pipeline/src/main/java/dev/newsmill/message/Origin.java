package dev.newsmill.message;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Coordinates of a record in Kafka, printed as {@code topic-partition@offset}. */
public record Origin(String topic, int partition, long offset) implements Comparable<Origin> {
    private static final Pattern TEXT = Pattern.compile("(.{1,249})-(\\d{1,9})@(\\d{1,18})");

    public Origin {
        Objects.requireNonNull(topic, "topic");
        if (partition < 0 || offset < 0) throw new IllegalArgumentException(topic + "-" + partition + "@" + offset);
    }

    /** Reads what {@link #toString} wrote. */
    public static Origin parse(String text) {
        Matcher m = TEXT.matcher(text);
        if (!m.matches()) throw new IllegalArgumentException("not topic-partition@offset: '" + text + "'");
        return new Origin(m.group(1), Integer.parseInt(m.group(2)), Long.parseLong(m.group(3)));
    }

    @Override
    public int compareTo(Origin other) {
        int byTopic = topic.compareTo(other.topic);
        if (byTopic != 0) return byTopic;
        int byPartition = Integer.compare(partition, other.partition);
        return byPartition != 0 ? byPartition : Long.compare(offset, other.offset);
    }

    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}
