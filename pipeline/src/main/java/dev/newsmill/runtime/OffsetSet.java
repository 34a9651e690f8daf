package dev.newsmill.runtime;

import java.util.BitSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ObjLongConsumer;

/** Offsets of one topic, one bit each, from the span's beginning on. Not thread-safe. */
final class OffsetSet {
    private final SortedMap<Integer, Long> base;
    private final SortedMap<Integer, BitSet> bits = new TreeMap<>();

    /** An empty set that can hold offsets from {@code base} on; the two billion after it, to be exact. */
    OffsetSet(SortedMap<Integer, Long> base) {
        this.base = base;
    }

    /** Adds an offset; false if it was there. One that is below the base is left out, and that is true. */
    boolean add(int partition, long offset) {
        int index = index(partition, offset);
        if (index < 0) return true;
        BitSet set = bits.computeIfAbsent(partition, p -> new BitSet());
        if (set.get(index)) return false;
        set.set(index);
        return true;
    }

    boolean contains(int partition, long offset) {
        int index = index(partition, offset);
        BitSet set = bits.get(partition);
        return index >= 0 && set != null && set.get(index);
    }

    long size() {
        return bits.values().stream().mapToLong(BitSet::cardinality).sum();
    }

    /** Gives partition and offset of each that is here and not in {@code other}. */
    void forEachMissingIn(OffsetSet other, ObjLongConsumer<Integer> each) {
        bits.forEach((partition, set) -> {
            long first = base.getOrDefault(partition, 0L);
            set.stream()
                    .mapToLong(i -> first + i)
                    .filter(o -> !other.contains(partition, o))
                    .forEach(o -> each.accept(partition, o));
        });
    }

    private int index(int partition, long offset) {
        long index = offset - base.getOrDefault(partition, 0L);
        return index < 0 || index >= Integer.MAX_VALUE ? -1 : (int) index;
    }
}
