package dev.newsmill.enrich.names;

import dev.newsmill.enrich.text.Tokens;

/**
 * What the features need to know of each token of a text: hashes of its word, form and parts, its clusters, and how the
 * text elsewhere writes the same word. Worked out once per text.
 */
final class Words {
    static final int AFFIXES = 4;

    static final int LOWER = 0;
    static final int CAPITAL = 1;
    static final int CAPITALS = 2;
    static final int MIXED = 3;
    static final int NUMBER = 4;
    static final int MARK = 5;

    private final WordClusters clusters;
    final Tokens tokens;
    final long[] lower;
    final long[] raw;
    final long[] shape;
    final long[] prefix;
    final long[] suffix;
    final int[] place;
    final byte[] kind;
    final byte[] usage;
    /** The place that the word is part of by the lists, and where in its name; 0 for none. */
    final byte[] listed;

    final int[] chainBegin;
    final int[] chainEnd;
    /** True for text in the style of corpora, with a space before each comma and full stop. */
    final boolean spaced;

    Words(Tokens tokens, WordClusters clusters) {
        int n = tokens.size();
        this.tokens = tokens;
        this.clusters = clusters;
        lower = new long[n];
        raw = new long[n];
        shape = new long[n];
        prefix = new long[n * AFFIXES];
        suffix = new long[n * AFFIXES];
        place = new int[n];
        kind = new byte[n];
        chainBegin = new int[n];
        chainEnd = new int[n];
        for (int i = 0; i < n; i++) read(i);
        usage = new WordUsage(this).of();
        listed = PlaceNames.codes(this);
        for (int s = 0; s < tokens.sentenceCount(); s++) chains(tokens.sentenceBegin(s), tokens.sentenceEnd(s));
        spaced = isSpaced();
    }

    private void read(int i) {
        String text = tokens.text();
        int begin = tokens.begin(i);
        int end = tokens.end(i);
        long low = Hash.start();
        long exact = Hash.start();
        for (int at = begin; at < end; at++) {
            char c = text.charAt(at);
            low = Hash.add(low, Hash.lower(c));
            exact = Hash.add(exact, c);
            if (at - begin < AFFIXES) prefix[i * AFFIXES + at - begin] = Hash.mix(low);
        }
        lower[i] = Hash.mix(low);
        raw[i] = Hash.mix(exact);
        suffixes(i, text, begin, end);
        shape[i] = shape(text, begin, end);
        kind[i] = kind(text, begin, end);
        place[i] = clusters.find(lower[i]);
    }

    /** The word's cluster at a level; 0 for an unknown word. */
    int cluster(int i, int level) {
        return clusters.cluster(place[i], level);
    }

    private void suffixes(int i, String text, int begin, int end) {
        long h = Hash.start();
        for (int k = 0; k < AFFIXES && end - k > begin; k++) {
            h = Hash.add(h, Hash.lower(text.charAt(end - k - 1)));
            suffix[i * AFFIXES + k] = Hash.mix(h);
        }
    }

    /** The form of a word, runs of the same class cut to two: {@code Xxx} for Paris and London, {@code X.X.} for U.S. */
    private static long shape(String text, int begin, int end) {
        long h = Hash.start();
        int run = 0;
        char last = 0;
        for (int at = begin; at < end; at++) {
            char form = form(text.charAt(at));
            run = form == last ? run + 1 : 1;
            last = form;
            if (run <= 2) h = Hash.add(h, form);
        }
        return Hash.mix(h);
    }

    private static char form(char c) {
        if (Character.isUpperCase(c)) return 'X';
        if (Character.isLetter(c)) return 'x';
        return Character.isDigit(c) ? '0' : c == '\u2019' ? '\'' : c;
    }

    private static byte kind(String text, int begin, int end) {
        int upper = 0;
        int letters = 0;
        int digits = 0;
        for (int at = begin; at < end; at++) {
            char c = text.charAt(at);
            if (Character.isUpperCase(c)) upper++;
            if (Character.isLetter(c)) letters++;
            else if (Character.isDigit(c)) digits++;
        }
        if (letters == 0) return (byte) (digits > 0 ? NUMBER : MARK);
        if (upper == 0) return LOWER;
        if (upper == letters) return (byte) (letters == 1 ? CAPITAL : CAPITALS);
        return (byte) (upper == 1 && Character.isUpperCase(text.charAt(begin)) ? CAPITAL : MIXED);
    }

    boolean hasCapital(int i) {
        return kind[i] == CAPITAL || kind[i] == CAPITALS || kind[i] == MIXED;
    }

    /** False for a stretch without a capital, and without a letter that has none. */
    boolean mayHaveNames(int begin, int end) {
        for (int i = begin; i < end; i++) {
            if (hasCapital(i) || kind[i] == LOWER && tokens.firstChar(i) >= 0x80) return true;
        }
        return false;
    }

    /** Runs of words with a capital, with hyphens and points inside. */
    private void chains(int begin, int end) {
        int i = begin;
        while (i < end) {
            int from = i;
            while (i < end && (hasCapital(i) || i > from && i + 1 < end && joins(i) && hasCapital(i + 1))) i++;
            int to = Math.max(i, from + 1);
            for (int k = from; k < to; k++) {
                chainBegin[k] = from;
                chainEnd[k] = to;
            }
            i = to;
        }
    }

    private boolean joins(int i) {
        return tokens.is(i, '-') || tokens.is(i, '&') || tokens.is(i, '.');
    }

    private boolean isSpaced() {
        int stops = 0;
        int apart = 0;
        for (int i = 1; i < tokens.size(); i++) {
            if (!tokens.is(i, '.') && !tokens.is(i, ',')) continue;
            stops++;
            if (!tokens.joined(i)) apart++;
        }
        return apart * 2 > stops;
    }
}
