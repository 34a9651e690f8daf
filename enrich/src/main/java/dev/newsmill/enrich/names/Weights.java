package dev.newsmill.enrich.names;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.SortedMap;

/**
 * How much each feature speaks for each label, in bytes, and each label for the next. A row of the table is four longs:
 * the feature's key and 24 bytes, each 128 more than the weight, so that rows add up eight labels at a time.
 */
public final class Weights {
    /** What one of the weights is in terms of the model that was trained. */
    public static final float UNIT = 0.025f;

    private static final int ROW = 4;
    private static final int KEY_SHIFT = 24;
    private static final long LANES = 0x00ff00ff00ff00ffL;
    private static final int BIAS = 128;

    private final long[] table;
    private final int mask;
    private final int[] transitions;

    private Weights(int rows, int[] transitions) {
        int capacity = Integer.highestOneBit(Math.max(16, rows)) * 4;
        table = new long[capacity * ROW];
        mask = capacity - 1;
        this.transitions = transitions;
    }

    /** The part of a feature's hash that the table knows it by. */
    public static long key(long feature) {
        return feature >>> KEY_SHIFT;
    }

    /**
     * Writes weights: {@code rows} by {@link #key}, each with a weight from -127 to 127 a label; {@code transitions}
     * by first label times {@link Labels#COUNT} plus second label.
     */
    public static void write(SortedMap<Long, byte[]> rows, int[] transitions, DataOutputStream out) throws IOException {
        for (int transition : transitions) out.writeShort(transition);
        out.writeInt(rows.size());
        long before = 0;
        for (var row : rows.entrySet()) {
            writeDelta(row.getKey() - before, out);
            out.write(row.getValue(), 0, Labels.COUNT);
            before = row.getKey();
        }
        out.flush();
    }

    private static void writeDelta(long delta, DataOutputStream out) throws IOException {
        while (delta >= 0x80) {
            out.writeByte((int) (delta & 0x7f | 0x80));
            delta >>>= 7;
        }
        out.writeByte((int) delta);
    }

    static Weights read(ByteBuffer in) {
        int[] transitions = new int[Labels.COUNT * Labels.COUNT];
        for (int i = 0; i < transitions.length; i++) transitions[i] = in.getShort();
        int rows = in.getInt();
        Weights weights = new Weights(rows, transitions);
        byte[] row = new byte[24];
        long key = 0;
        for (int i = 0; i < rows; i++) {
            key += readDelta(in);
            in.get(row, 0, Labels.COUNT);
            weights.put(key, row);
        }
        return weights;
    }

    private static long readDelta(ByteBuffer in) {
        long delta = 0;
        for (int shift = 0; ; shift += 7) {
            byte b = in.get();
            delta |= (long) (b & 0x7f) << shift;
            if (b >= 0) return delta;
        }
    }

    private void put(long key, byte[] row) {
        int at = slot(key) * ROW;
        while (table[at] != 0) at = (at + ROW) & (mask * ROW | ROW - 1);
        table[at] = key + 1;
        for (int label = 0; label < 24; label++) {
            table[at + 1 + label / 8] |= (long) (row[label] + BIAS) << label % 8 * 8;
        }
    }

    private int slot(long key) {
        return (int) (key ^ key >>> 20) & mask;
    }

    int transition(int first, int second) {
        return transitions[first * Labels.COUNT + second];
    }

    /** Adds the rows of the features to {@code scores}, one a label, from {@code offset} on. */
    void add(long[] features, int count, int[] scores, int offset) {
        long even0 = 0, odd0 = 0, even1 = 0, odd1 = 0, even2 = 0, odd2 = 0;
        int hits = 0;
        for (int f = 0; f < count; f++) {
            int at = find(key(features[f]));
            if (at < 0) continue;
            hits++;
            long a = table[at + 1], b = table[at + 2], c = table[at + 3];
            even0 += a & LANES;
            odd0 += a >>> 8 & LANES;
            even1 += b & LANES;
            odd1 += b >>> 8 & LANES;
            even2 += c & LANES;
            odd2 += c >>> 8 & LANES;
        }
        unpack(even0, odd0, hits, scores, offset, 0);
        unpack(even1, odd1, hits, scores, offset, 8);
        unpack(even2, odd2, hits, scores, offset, 16);
    }

    private static void unpack(long even, long odd, int hits, int[] scores, int offset, int first) {
        for (int k = 0; k < 8 && first + k < Labels.COUNT; k++) {
            long lanes = (k & 1) == 0 ? even : odd;
            scores[offset + first + k] += (int) (lanes >>> k / 2 * 16 & 0xffff) - BIAS * hits;
        }
    }

    private int find(long key) {
        int at = slot(key) * ROW;
        int wrap = mask * ROW | ROW - 1;
        long wanted = key + 1;
        while (true) {
            long there = table[at];
            if (there == wanted) return at;
            if (there == 0) return -1;
            at = at + ROW & wrap;
        }
    }

    @Override
    public String toString() {
        return "Weights[" + Arrays.stream(table).filter(w -> w != 0).count() / ROW + " rows]";
    }
}
