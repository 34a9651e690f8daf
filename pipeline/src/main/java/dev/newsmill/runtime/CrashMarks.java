package dev.newsmill.runtime;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Remembers, in a small file, which records a stage was working on, so that a record that kills the process is found:
 * the records of a batch that was cut off come one by one after the restart, and one that was cut off twice while it
 * was alone is a dead letter.
 *
 * <p>The file is written in place, twice a batch, and needs no fsync: it must survive the process, not the machine. It
 * is per instance; an instance that loses its disk, or another one that gets the partition, starts counting anew.
 */
final class CrashMarks implements AutoCloseable {
    /** Cut off so often while alone, and a record is given up. */
    static final int ENOUGH = 2;

    private static final int MAX_LINES = 20_000;
    private static final Pattern LINE = Pattern.compile("(\\d{1,6}) (\\d{1,9}) (\\d{1,18}) (\\d{1,18}) (\\S{1,249})");

    private final Path file;
    private final RandomAccessFile out;
    private final Map<TopicPartition, List<Mark>> left;
    private @Nullable String written;

    /** Work on offsets {@code first} to {@code last} was cut off: {@code alone} times on one record, 0 for a batch. */
    private record Mark(long first, long last, int alone) {
        boolean covers(long offset) {
            return first <= offset && offset <= last;
        }

        Mark after(long offset) {
            return new Mark(Math.max(first, offset + 1), last, alone);
        }
    }

    private CrashMarks(Path file, Map<TopicPartition, List<Mark>> left) throws IOException {
        this.file = file;
        this.out = new RandomAccessFile(file.toFile(), "rw");
        this.left = left;
    }

    /** Reads the marks that a process of the same name left; a file that makes no sense counts as none. */
    static CrashMarks open(Path directory, String group, String instance) {
        Path file = directory.resolve(group + "-" + instance + ".working");
        try {
            Files.createDirectories(directory);
            return new CrashMarks(file, Files.exists(file) ? read(file) : new HashMap<>());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep crash marks in " + directory, e);
        }
    }

    /** True if the record was being worked on when a process ended. */
    boolean isSuspect(ConsumerRecord<?, ?> record) {
        return marks(record).stream().anyMatch(m -> m.covers(record.offset()));
    }

    /** How often a process ended while it worked on this record alone. */
    int timesAlone(ConsumerRecord<?, ?> record) {
        return marks(record).stream()
                .filter(m -> m.covers(record.offset()))
                .mapToInt(Mark::alone)
                .max()
                .orElse(0);
    }

    /** Work on these records begins now. */
    void begin(List<? extends ConsumerRecord<?, ?>> records) {
        Map<TopicPartition, Mark> now = new LinkedHashMap<>();
        for (ConsumerRecord<?, ?> record : records) {
            int alone = records.size() == 1 ? timesAlone(record) + 1 : 0;
            now.merge(
                    partition(record),
                    new Mark(record.offset(), record.offset(), alone),
                    (a, b) -> new Mark(a.first, b.last, 0));
        }
        write(now);
    }

    /** The process lives, whatever came of the work: what was left at these records says nothing any more. */
    void survived(List<? extends ConsumerRecord<?, ?>> records) {
        Map<TopicPartition, Long> last = new HashMap<>();
        records.forEach(r -> last.merge(partition(r), r.offset(), Math::max));
        last.forEach((partition, offset) -> left.computeIfPresent(partition, (p, marks) -> {
            List<Mark> after = new ArrayList<>();
            for (Mark mark : marks) if (mark.last > offset) after.add(mark.after(offset));
            return after.isEmpty() ? null : after;
        }));
        write(Map.of());
    }

    private List<Mark> marks(ConsumerRecord<?, ?> record) {
        return left.isEmpty() ? List.of() : left.getOrDefault(partition(record), List.of());
    }

    private void write(Map<TopicPartition, Mark> now) {
        StringBuilder text = new StringBuilder();
        left.forEach((partition, marks) -> marks.forEach(mark -> append(text, partition, mark)));
        now.forEach((partition, mark) -> append(text, partition, mark));
        if (text.toString().equals(written)) return;
        try {
            write(text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write crash marks to " + file, e);
        }
        written = text.toString();
    }

    /** In one call, with empty lines over what was there: a process that is killed leaves the old marks or the new. */
    private void write(String text) throws IOException {
        StringBuilder padded = new StringBuilder(text);
        padded.append("\n".repeat((int) Math.max(0, out.length() - text.length())));
        out.seek(0);
        out.write(padded.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + file, e);
        }
    }

    private static void append(StringBuilder text, TopicPartition partition, Mark mark) {
        text.append(mark.alone).append(' ').append(partition.partition()).append(' ');
        text.append(mark.first).append(' ').append(mark.last).append(' ');
        text.append(partition.topic()).append('\n');
    }

    private static TopicPartition partition(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    private static Map<TopicPartition, List<Mark>> read(Path file) throws IOException {
        Map<TopicPartition, List<Mark>> left = new HashMap<>();
        try (var lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            lines.limit(MAX_LINES).map(LINE::matcher).filter(Matcher::matches).forEach(m -> {
                Mark mark =
                        new Mark(Long.parseLong(m.group(3)), Long.parseLong(m.group(4)), Integer.parseInt(m.group(1)));
                TopicPartition partition = new TopicPartition(m.group(5), Integer.parseInt(m.group(2)));
                left.computeIfAbsent(partition, p -> new ArrayList<>()).add(mark);
            });
        }
        return left;
    }
}
