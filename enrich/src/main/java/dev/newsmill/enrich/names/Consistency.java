package dev.newsmill.enrich.names;

import java.util.Arrays;

/**
 * What the rest of the text says of a token: how a first pass labelled the same word elsewhere, and the names that it is
 * part of elsewhere. The features of the second pass. Part of the model's format.
 */
public final class Consistency {
    static final int MAX = 32;

    private static final int TYPES = Labels.CLASSES.size();
    private static final int LONGEST = 6;
    private static final int OTHERS = 5;
    private static final int DOUBT_UNIT = 25;

    private final Words words;
    private final byte[] labels;
    private final byte[] doubt;
    private final int[] wordId;
    private final int[] typeCounts;
    private final int[] memberCounts;
    private final LongTable sequences;
    private final byte[] matchType;
    private final byte[] matchPlace;
    private final long[] found = new long[MAX];
    private int count;

    Consistency(Words words, byte[] labels, int[] scores) {
        int n = words.tokens.size();
        this.words = words;
        this.labels = labels;
        doubt = doubt(labels, scores);
        wordId = new int[n];
        LongTable ids = new LongTable(n);
        int next = 1;
        for (int i = 0; i < n; i++) {
            if (!words.hasCapital(i)) continue;
            int id = ids.get(words.lower[i]);
            if (id == 0) ids.put(words.lower[i], id = next++);
            wordId[i] = id;
        }
        typeCounts = new int[next * (TYPES + 1)];
        memberCounts = new int[next * TYPES];
        sequences = new LongTable(n);
        matchType = new byte[n];
        matchPlace = new byte[n];
        Arrays.fill(matchType, (byte) -1);
        countLabels();
        matchNames();
    }

    /** How near another type came to the one of the label: 0 for very near to 5 for far. */
    private static byte[] doubt(byte[] labels, int[] scores) {
        byte[] doubt = new byte[labels.length];
        for (int i = 0; i < labels.length; i++) {
            int at = i * Labels.COUNT;
            int next = Integer.MIN_VALUE;
            for (int label = 0; label < Labels.COUNT; label++) {
                if (Labels.type(label) != Labels.type(labels[i])) next = Math.max(next, scores[at + label]);
            }
            int margin = Math.max(0, scores[at + labels[i]] - next);
            doubt[i] = (byte) Math.min(5, 32 - Integer.numberOfLeadingZeros(margin / DOUBT_UNIT));
        }
        return doubt;
    }

    private void countLabels() {
        int first = 0;
        for (int i = 0; i < labels.length; i++) {
            int type = Labels.type(labels[i]);
            if (wordId[i] != 0) typeCounts[wordId[i] * (TYPES + 1) + type + 1]++;
            if (Labels.begins(labels[i])) first = i;
            if (Labels.ends(labels[i]) && i > first) countName(first, i, type);
        }
    }

    private void countName(int first, int last, int type) {
        for (int i = first; i <= last; i++) if (wordId[i] != 0) memberCounts[wordId[i] * TYPES + type]++;
        if (last - first < LONGEST) sequences.put(sequence(first, last), type + 1);
    }

    private long sequence(int first, int last) {
        long h = 0;
        for (int i = first; i <= last; i++) h = Hash.mix(h * 31 + words.lower[i]);
        return h;
    }

    /** Marks where the text repeats a name of several words, the longest first. */
    private void matchNames() {
        for (int s = 0; s < words.tokens.sentenceCount(); s++) {
            int end = words.tokens.sentenceEnd(s);
            int i = words.tokens.sentenceBegin(s);
            while (i < end) i = wordId[i] == 0 ? i + 1 : matchAt(i, end);
        }
    }

    private int matchAt(int first, int end) {
        long h = Hash.mix(words.lower[first]);
        int best = first;
        int type = -1;
        for (int last = first + 1; last < Math.min(end, first + LONGEST); last++) {
            h = Hash.mix(h * 31 + words.lower[last]);
            int known = sequences.get(h);
            if (known == 0) continue;
            best = last;
            type = known - 1;
        }
        for (int i = first; type >= 0 && i <= best; i++) {
            matchType[i] = (byte) type;
            matchPlace[i] = (byte) (i == first ? 1 : i == best ? 3 : 2);
        }
        return best + 1;
    }

    /** Finds the features of a token; they stand in {@link #found}. Returns how many there are. */
    public int find(int i, int begin, int end) {
        count = 0;
        long here = labels[i];
        long sure = here * 8 + doubt[i];
        add(1, here);
        add(18, sure);
        if (wordId[i] != 0) {
            long others = others(i);
            long member = members(wordId[i]);
            add(2, others);
            add(3, others, here);
            add(4, member);
            add(5, member, here);
            add(6, others, member);
            add(7, words.kind[i], Hash.mix(others * 64 + here));
            add(20, others, sure);
            add(21, member, sure);
        }
        if (matchType[i] >= 0) {
            add(8, matchType[i], matchPlace[i]);
            add(9, here, Hash.mix(matchType[i] * 8L + matchPlace[i]));
        }
        if (i > begin && i + 1 < end) add(22, labels[i - 1] * 32L + labels[i + 1], sure);
        if (i > begin) neighbour(10, i - 1, here);
        if (i + 1 < end) neighbour(14, i + 1, here);
        return count;
    }

    private void neighbour(int template, int i, long here) {
        add(template, labels[i], here);
        if (wordId[i] == 0) return;
        add(template + 1, others(i), here);
        if (matchType[i] >= 0) add(template + 2, Hash.mix(matchType[i] * 8L + matchPlace[i]), here);
    }

    public long[] found() {
        return found;
    }

    /** The type that the same word has most often elsewhere, how often and how clearly. */
    private long others(int i) {
        int at = wordId[i] * (TYPES + 1);
        int own = Labels.type(labels[i]) + 1;
        int best = -1;
        int most = 0;
        int sum = 0;
        for (int k = 0; k <= TYPES; k++) {
            int times = typeCounts[at + k] - (k == own ? 1 : 0);
            sum += times;
            if (times > most) {
                most = times;
                best = k;
            }
        }
        if (best < 0) return 0;
        return 1 + best * 16L + Math.min(OTHERS, most) * 2L + (most == sum ? 1 : 0);
    }

    /** The types of the names of several words that the word is part of. */
    private long members(int id) {
        long types = 0;
        for (int k = 0; k < TYPES; k++) types = types * 3 + Math.min(2, memberCounts[id * TYPES + k]);
        return types;
    }

    private void add(int template, long value) {
        found[count++] = Hash.mix(value + template * 0x9e3779b97f4a7c15L) | 1;
    }

    private void add(int template, long a, long b) {
        add(template, a * 0xc2b2ae3d27d4eb4fL + b);
    }
}
