package dev.newsmill.runtime;

import java.util.BitSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ObjLongConsumer;

/**
 * Offsets of one topic, about one bit each where they lie close together. One that lies far off costs a few kilobytes,
 * so that a made-up number does no harm. Not thread-safe.
 */
final class OffsetSet {
    private static final int CHUNK_BITS = 15;
    private static final int MASK = (1 << CHUNK_BITS) - 1;

    private final SortedMap<Integer, SortedMap<Long, BitSet>> partitions = new TreeMap<>();

    /** Adds an offset; false if it was there. */
    boolean add(int partition, long offset) {
        BitSet chunk = partitions
                .computeIfAbsent(partition, p -> new TreeMap<>())
                .computeIfAbsent(offset >> CHUNK_BITS, c -> new BitSet());
        int bit = (int) offset & MASK;
        if (chunk.get(bit)) return false;
        chunk.set(bit);
        return true;
    }

    boolean contains(int partition, long offset) {
        SortedMap<Long, BitSet> chunks = partitions.get(partition);
        BitSet chunk = chunks == null ? null : chunks.get(offset >> CHUNK_BITS);
        return chunk != null && chunk.get((int) offset & MASK);
    }

    long size() {
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
}
