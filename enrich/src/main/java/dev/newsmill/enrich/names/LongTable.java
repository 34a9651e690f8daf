package dev.newsmill.enrich.names;

/** Numbers by hash, for one text: an open-addressing table that never grows. Absent is 0. */
final class LongTable {
    private final long[] keys;
    private final int[] values;
    private final int mask;

    /** A table for at most {@code most} keys. */
    LongTable(int most) {
        int capacity = Integer.highestOneBit(Math.max(8, most)) * 4;
        keys = new long[capacity];
        values = new int[capacity];
        mask = capacity - 1;
    }

    int get(long key) {
        return values[slot(key)];
    }

    void put(long key, int value) {
        int slot = slot(key);
        keys[slot] = key;
        values[slot] = value;
    }

    void or(long key, int bits) {
        int slot = slot(key);
        keys[slot] = key;
        values[slot] |= bits;
    }

    void add(long key, int more) {
        int slot = slot(key);
        keys[slot] = key;
        values[slot] += more;
    }

    private int slot(long key) {
        int slot = (int) (key ^ key >>> 32) & mask;
        while (keys[slot] != 0 && keys[slot] != key) slot = slot + 1 & mask;
        return slot;
    }
}
