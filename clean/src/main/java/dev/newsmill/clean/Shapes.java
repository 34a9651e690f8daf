package dev.newsmill.clean;

import org.jspecify.annotations.Nullable;

/**
 * Numbers the ways in which a page's template makes blocks: those of equal name and class in parents of equal name and
 * class have one number. A table with open addressing, since each block of a page asks it once. One per page; not
 * thread-safe.
 */
final class Shapes {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private long[] keys = new long[256];
    /** Counted from 1; 0 where the place is free. */
    private int[] numbers = new int[256];

    private int count;

    /** The number of an element of this name and class in {@code parent}, from 0. */
    int number(Tag tag, String names, @Nullable Region parent) {
        long key = name(tag, names) * SPREAD + (parent == null ? 0 : name(parent.tag, parent.names));
        int at = place(keys, numbers, key);
        if (numbers[at] == 0) {
            if (++count * 2 > keys.length) at = grow(key);
            keys[at] = key;
            numbers[at] = count;
        }
        return numbers[at] - 1;
    }

    /** How many numbers there are. */
    int count() {
        return count;
    }

    private static long name(Tag tag, String names) {
        return (long) names.hashCode() << 8 | tag.ordinal() + 1;
    }

    private static int place(long[] keys, int[] numbers, long key) {
        int mask = keys.length - 1;
        int at = (int) (key * SPREAD >>> 40) & mask;
        while (numbers[at] != 0 && keys[at] != key) at = at + 1 & mask;
        return at;
    }

    private int grow(long key) {
        long[] more = new long[keys.length * 2];
        int[] moved = new int[more.length];
        for (int i = 0; i < keys.length; i++) {
            if (numbers[i] == 0) continue;
            int at = place(more, moved, keys[i]);
            more[at] = keys[i];
            moved[at] = numbers[i];
        }
        keys = more;
        numbers = moved;
        return place(keys, numbers, key);
    }
}
