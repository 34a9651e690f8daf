package dev.newsmill.bench;

import java.util.Arrays;

/** Numbers the features that a corpus has often enough; an open-addressing table by 64-bit hash. */
final class FeatureRows {
    private long[] keys = new long[1 << 22];
    private int[] values = new int[1 << 22];
    private int size;

    /** Counts a feature. */
    void count(long feature) {
        if (size * 2 > keys.length) grow();
        int slot = slot(feature);
        if (keys[slot] == 0) size++;
        keys[slot] = feature;
        values[slot]++;
    }

    /** Numbers the features seen at least {@code least} times from 0 on, the others get -1. Returns how many have one. */
    int number(int least) {
        int next = 0;
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != 0) values[slot] = values[slot] >= least ? next++ : -1;
        }
        return next;
    }

    /** The number of a feature; -1 where it has none. */
    int row(long feature) {
        int slot = slot(feature);
        return keys[slot] == 0 ? -1 : values[slot];
    }

    void forEach(Visitor visitor) {
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != 0 && values[slot] >= 0) visitor.visit(keys[slot], values[slot]);
        }
    }

    interface Visitor {
        void visit(long feature, int row);
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new int[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] == 0) continue;
            int slot = slot(oldKeys[i]);
            keys[slot] = oldKeys[i];
            values[slot] = oldValues[i];
        }
        Arrays.fill(oldKeys, 0);
    }

    private int slot(long key) {
        int slot = (int) (key ^ key >>> 32) & keys.length - 1;
        while (keys[slot] != 0 && keys[slot] != key) slot = slot + 1 & keys.length - 1;
        return slot;
    }
}
