package dev.newsmill.runtime;

import java.util.BitSet;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ObjLongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Offsets of one topic, about one bit each where they lie close together. One that lies far off costs a few kilobytes,
 * so that a made-up number does no harm. Not thread-safe.
 */
public final class OffsetSet {
    private static final Pattern RUN = Pattern.compile("(\\d{1,18})(?:-(\\d{1,18}))?");
    private static final long LONGEST_RUN = 10_000_000;
    private static final int CHUNK_BITS = 15;
    private static final int MASK = (1 << CHUNK_BITS) - 1;

    private final SortedMap<Integer, SortedMap<Long, BitSet>> partitions = new TreeMap<>();

    /** Adds an offset; false if it was there. */
    public boolean add(int partition, long offset) {
        BitSet chunk = partitions
                .computeIfAbsent(partition, p -> new TreeMap<>())
                .computeIfAbsent(offset >> CHUNK_BITS, c -> new BitSet());
        int bit = (int) offset & MASK;
        if (chunk.get(bit)) return false;
        chunk.set(bit);
        return true;
    }

    public void remove(int partition, long offset) {
        SortedMap<Long, BitSet> chunks = partitions.get(partition);
        BitSet chunk = chunks == null ? null : chunks.get(offset >> CHUNK_BITS);
        if (chunk != null) chunk.clear((int) offset & MASK);
    }

    public boolean contains(int partition, long offset) {
        SortedMap<Long, BitSet> chunks = partitions.get(partition);
        BitSet chunk = chunks == null ? null : chunks.get(offset >> CHUNK_BITS);
        return chunk != null && chunk.get((int) offset & MASK);
    }

    public long size() {
        return partitions.values().stream()
                .flatMap(chunks -> chunks.values().stream())
                .mapToLong(BitSet::cardinality)
                .sum();
    }

    /** Gives partition and offset of each that is here and not in {@code other}, in order. */
    void forEachMissingIn(OffsetSet other, ObjLongConsumer<Integer> each) {
        partitions.forEach((partition, chunks) -> chunks.forEach((chunk, bits) -> bits.stream()
                .mapToLong(bit -> (chunk << CHUNK_BITS) + bit)
                .filter(offset -> !other.contains(partition, offset))
                .forEach(offset -> each.accept(partition, offset))));
    }

    /** Partitions that hold an offset. */
    public SortedSet<Integer> partitions() {
        SortedSet<Integer> held = new TreeSet<>();
        partitions.forEach((partition, chunks) -> {
            if (chunks.values().stream().anyMatch(bits -> !bits.isEmpty())) held.add(partition);
        });
        return held;
    }

    /** The first offset from {@code offset} on; -1 if there is none. */
    public long next(int partition, long offset) {
        SortedMap<Long, BitSet> chunks = partitions.getOrDefault(partition, Collections.emptySortedMap());
        for (Map.Entry<Long, BitSet> chunk :
                chunks.tailMap(offset >> CHUNK_BITS).entrySet()) {
            boolean first = chunk.getKey() == offset >> CHUNK_BITS;
            int bit = chunk.getValue().nextSetBit(first ? (int) offset & MASK : 0);
            if (bit >= 0) return (chunk.getKey() << CHUNK_BITS) + bit;
        }
        return -1;
    }

    /** The last offset of a partition; -1 if there is none. */
    public long last(int partition) {
        long last = -1;
        for (Map.Entry<Long, BitSet> chunk :
                partitions.getOrDefault(partition, Collections.emptySortedMap()).entrySet()) {
            int bit = chunk.getValue().length() - 1;
            if (bit >= 0) last = (chunk.getKey() << CHUNK_BITS) + bit;
        }
        return last;
    }

    /** By partition the offsets as runs: {@code 5-9,12}; what {@link #parse} reads. */
    public SortedMap<Integer, String> runs() {
        SortedMap<Integer, String> runs = new TreeMap<>();
        for (int partition : partitions()) runs.put(partition, runs(partition));
        return runs;
    }

    private String runs(int partition) {
        StringBuilder text = new StringBuilder();
        for (long begin = next(partition, 0); begin >= 0; ) {
            long end = begin;
            while (contains(partition, end + 1)) end++;
            if (text.length() > 0) text.append(',');
            text.append(begin);
            if (end > begin) text.append('-').append(end);
            begin = next(partition, end + 1);
        }
        return text.toString();
    }

    /**
     * Reads what {@link #runs} wrote.
     *
     * @throws IllegalArgumentException if it is nothing of that kind
     */
    public static OffsetSet parse(Map<Integer, String> runs) {
        OffsetSet set = new OffsetSet();
        runs.forEach((partition, text) -> {
            for (String run : text.split(",")) set.addRun(partition, run);
        });
        return set;
    }

    private void addRun(int partition, String run) {
        Matcher ends = RUN.matcher(run);
        if (!ends.matches()) throw new IllegalArgumentException("not a run of offsets: '" + run + "'");
        long begin = Long.parseLong(ends.group(1));
        long end = ends.group(2) == null ? begin : Long.parseLong(ends.group(2));
        if (end < begin || end - begin > LONGEST_RUN) throw new IllegalArgumentException("bad run of offsets: " + run);
        for (long offset = begin; offset <= end; offset++) add(partition, offset);
    }
}
