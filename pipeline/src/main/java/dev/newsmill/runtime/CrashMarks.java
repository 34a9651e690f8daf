package dev.newsmill.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Remembers, in a small file, which records a stage was working on, so that a record that kills the process is found:
 * the records of a batch that was cut off come one by one after the restart, and one that was cut off twice while it
 * was alone is a dead letter.
 *
 * <p>The file needs no fsync: it must survive the process, not the machine. It is per instance; an instance that loses
 * its disk, or another one that gets the partition, starts counting anew.
 */
final class CrashMarks {
    /** Cut off so often while alone, and a record is given up. */
    static final int ENOUGH = 2;

    private static final int MAX_LINES = 20_000;

    private final Path file;
    private final Map<Place, Integer> suspects;
    private String written = "";

    /** A record's place; {@code topic-partition@offset} in the file. */
    private record Place(String topic, int partition, long offset) {
        static Place of(ConsumerRecord<?, ?> record) {
            return new Place(record.topic(), record.partition(), record.offset());
        }
    }

    private CrashMarks(Path file, Map<Place, Integer> suspects) {
        this.file = file;
        this.suspects = suspects;
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
        return suspects.containsKey(Place.of(record));
    }

    /** How often a process ended while it worked on this record alone. */
    int timesAlone(ConsumerRecord<?, ?> record) {
        return suspects.getOrDefault(Place.of(record), 0);
    }

    /** Work on these records begins now. */
    void begin(List<? extends ConsumerRecord<?, ?>> records) {
        if (records.size() == 1) {
            suspects.merge(Place.of(records.get(0)), 1, Integer::sum);
            write(suspects);
        } else {
            Map<Place, Integer> marks = new HashMap<>(suspects);
            records.forEach(r -> marks.putIfAbsent(Place.of(r), 0));
            write(marks);
        }
    }

    /** The work is done and did not end the process. */
    void end(List<? extends ConsumerRecord<?, ?>> records) {
        records.forEach(r -> suspects.remove(Place.of(r)));
        write(suspects);
    }

    private void write(Map<Place, Integer> marks) {
        StringBuilder text = new StringBuilder();
        marks.forEach((p, times) -> text.append(times)
                .append(' ')
                .append(p.partition)
                .append(' ')
                .append(p.offset)
                .append(' ')
                .append(p.topic)
                .append('\n'));
        if (text.toString().equals(written)) return;
        written = text.toString();
        Path temporary = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(temporary, written);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write crash marks to " + file, e);
        }
    }

    private static Map<Place, Integer> read(Path file) throws IOException {
        Map<Place, Integer> suspects = new HashMap<>();
        List<String> lines = new ArrayList<>();
        try (var all = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            all.limit(MAX_LINES).forEach(lines::add);
        }
        for (String line : lines) {
            String[] parts = line.split(" ", 4);
            if (parts.length == 4
                    && parts[0].matches("\\d{1,6}")
                    && parts[1].matches("\\d{1,9}")
                    && parts[2].matches("\\d{1,18}")) {
                Place place = new Place(parts[3], Integer.parseInt(parts[1]), Long.parseLong(parts[2]));
                suspects.put(place, Integer.parseInt(parts[0]));
            }
        }
        return suspects;
    }
}
