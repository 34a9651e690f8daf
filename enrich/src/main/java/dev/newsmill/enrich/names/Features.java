package dev.newsmill.enrich.names;

import dev.newsmill.enrich.text.Tokens;

/**
 * The properties of a token in its sentence that the tagger weighs: the word, its form and parts, its clusters, and
 * those of its neighbours. Each is a 64-bit hash. Part of the model's format: a change here needs a new model.
 */
public final class Features {
    /** No token has more. */
    static final int MAX = 128;

    private static final long OUTSIDE = 0x5bd1e9955bd1e995L;

    private final Words words;
    private final long[] found = new long[MAX];
    private int count;
    private int begin;
    private int end;
    private long sentence;

    public static Features of(Tokens tokens, WordClusters clusters) {
        return new Features(new Words(tokens, clusters));
    }

    Features(Words words) {
        this.words = words;
    }

    /** Goes to a sentence, from its first token to the one after its last. */
    public void sentence(int from, int to) {
        begin = from;
        end = to;
        sentence = sentenceKind(from, to);
    }

    /** Finds the features of a token of the sentence; they stand in {@link #found}. Returns how many there are. */
    public int find(int i) {
        count = 0;
        words(i);
        forms(i);
        parts(i);
        clusters(i);
        surroundings(i);
        places(i);
        return count;
    }

    public long[] found() {
        return found;
    }

    private void words(int i) {
        add(1, 0);
        for (int d = -2; d <= 2; d++) add(2 + d + 2, lower(i + d));
        add(7, words.raw[i]);
        add(8, lower(i - 1), words.lower[i]);
        add(9, words.lower[i], lower(i + 1));
        add(10, lower(i - 1), lower(i + 1));
        add(11, lower(i - 2), lower(i - 1));
        add(12, lower(i + 1), lower(i + 2));
    }

    private void forms(int i) {
        for (int d = -2; d <= 2; d++) add(15 + d + 2, shape(i + d));
        add(20, shape(i - 1), words.shape[i]);
        add(21, words.shape[i], shape(i + 1));
        add(22, shape(i - 1), Hash.mix(words.shape[i] + 31 * shape(i + 1)));
        long use = words.usage[i] + 4L * words.kind[i];
        add(23, use);
        add(24, use, sentence);
        add(25, use, i == begin ? 1 : words.kind[i - 1] == Words.MARK ? lower(i - 1) : 2);
        add(26, words.lower[i], words.kind[i]);
        add(27, lower(i - 1), words.kind[i]);
        add(28, lower(i + 1), words.kind[i]);
        if (words.spaced) add(29, words.shape[i]);
    }

    private void parts(int i) {
        for (int k = 0; k < Words.AFFIXES; k++) {
            add(30 + k, words.prefix[i * Words.AFFIXES + k], words.kind[i]);
            add(35 + k, words.suffix[i * Words.AFFIXES + k], words.kind[i]);
        }
        add(40, suffix3(i - 1));
        add(41, suffix3(i + 1));
    }

    private void clusters(int i) {
        for (int level = 0; level < WordClusters.LEVELS; level++) {
            int t = 50 + level * 12;
            for (int d = -2; d <= 2; d++) add(t + d + 2, cluster(i + d, level));
            add(t + 5, cluster(i, level), words.kind[i]);
            if (level == 0) continue;
            add(t + 6, cluster(i - 1, level), cluster(i, level));
            add(t + 7, cluster(i, level), cluster(i + 1, level));
            add(t + 8, cluster(i - 1, level), cluster(i + 1, level));
        }
        add(100, cluster(i - 1, 2), words.shape[i]);
        add(101, cluster(i + 1, 2), words.shape[i]);
        add(102, cluster(i - 1, 1), Hash.mix(cluster(i, 1) * 31 + cluster(i + 1, 1)));
        add(103, cluster(i - 2, 1), cluster(i - 1, 1));
        add(104, cluster(i + 1, 1), cluster(i + 2, 1));
    }

    /** The chain of words with a capital that the token is in, and what stands around it. */
    private void surroundings(int i) {
        if (!words.hasCapital(i)) return;
        int first = words.chainBegin[i];
        int last = words.chainEnd[i] - 1;
        long where = Math.min(3, i - first) * 4L + Math.min(3, last - i);
        add(110, where);
        add(111, lower(first - 1), where);
        add(112, lower(last + 1), where);
        add(113, lower(last));
        add(114, cluster(last, 2), where);
        add(115, lower(first));
        add(116, cluster(first, 2), where);
        add(117, cluster(first - 1, 2), cluster(last + 1, 2));
        add(118, lower(last), lower(last + 1));
        if (words.usage[first] == WordUsage.SMALL) add(119, where);
    }

    private void places(int i) {
        long here = listed(i);
        long before = listed(i - 1);
        long after = listed(i + 1);
        if (here + before + after == 0) return;
        add(120, here);
        add(121, here, words.kind[i]);
        add(122, before, here);
        add(123, here, after);
        add(124, here, cluster(i - 1, 2));
        add(125, here, cluster(i + 1, 2));
        if (here != 0) add(126, here, words.chainEnd[i] - words.chainBegin[i]);
    }

    private long listed(int i) {
        return i < begin || i >= end ? 0 : words.listed[i];
    }

    /** How the sentence is written: ordinary, a title or all capitals; short or long. */
    private long sentenceKind(int from, int to) {
        int capitals = 0;
        int all = 0;
        int small = 0;
        for (int i = from; i < to; i++) {
            if (words.kind[i] == Words.LOWER) small++;
            else if (words.kind[i] == Words.CAPITALS) all++;
            else if (words.hasCapital(i)) capitals++;
        }
        long kind = all > 2 * (small + capitals) ? 2 : all + capitals > small ? 1 : 0;
        return kind * 4 + Math.min(3, (to - from) / 6);
    }

    private long lower(int i) {
        return i < begin || i >= end ? OUTSIDE : words.lower[i];
    }

    private long shape(int i) {
        return i < begin || i >= end ? OUTSIDE : words.shape[i];
    }

    private long suffix3(int i) {
        return i < begin || i >= end ? OUTSIDE : words.suffix[i * Words.AFFIXES + 2];
    }

    private long cluster(int i, int level) {
        return i < begin || i >= end ? OUTSIDE : clusterOf(i, level);
    }

    /** An unknown word has its form for a cluster. */
    private long clusterOf(int i, int level) {
        int cluster = words.cluster(i, level);
        return cluster == 0 ? words.shape[i] : cluster;
    }

    private void add(int template, long value) {
        found[count++] = Hash.mix(value + template * 0x9e3779b97f4a7c15L) | 1;
    }

    private void add(int template, long a, long b) {
        add(template, a * 0xc2b2ae3d27d4eb4fL + b);
    }
}
