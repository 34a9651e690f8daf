package dev.newsmill.clean;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Phrases by a hash of their first three characters, shorter ones by their first. Not changed after loading. */
final class PhraseTable {
    private static final int BUCKETS = 1 << 13;
    private static final int KEYED = 3;
    private static final Phrase[] NONE = {};

    /** A phrase, in lower case, and what it gives away. */
    record Phrase(PhraseBook.Kind kind, String text) {
        boolean longerThan(@Nullable Phrase other) {
            return other == null || other.text.length() < text.length();
        }
    }

    private final Phrase[][] buckets = new Phrase[BUCKETS][];
    private final Phrase[][] shorter = new Phrase[BUCKETS][];
    /** Which buckets hold any, a bit each: most do not, and this fits into the nearest cache. */
    private final long[] used = new long[BUCKETS / Long.SIZE];

    private final long[] usedShorter = new long[BUCKETS / Long.SIZE];

    void add(Phrase phrase) {
        if (phrase.text.length() < KEYED) put(shorter, usedShorter, phrase.text.charAt(0) & BUCKETS - 1, phrase);
        else put(buckets, used, bucket(phrase.text, 0), phrase);
    }

    private static void put(Phrase[][] table, long[] used, int bucket, Phrase phrase) {
        used[bucket / Long.SIZE] |= 1L << bucket;
        Phrase[] there = table[bucket] == null ? NONE : table[bucket];
        table[bucket] = Arrays.copyOf(there, there.length + 1);
        table[bucket][there.length] = phrase;
    }

    private static int bucket(String text, int at) {
        return (text.charAt(at) * 31 + text.charAt(at + 1)) * 61 + text.charAt(at + 2) & BUCKETS - 1;
    }

    /** Those of three characters and more that may stand in {@code text} at {@code at}. */
    Phrase[] at(String text, int at) {
        return at + KEYED > text.length() ? NONE : there(buckets, bucket(text, at));
    }

    /** Those of one or two characters that may stand in {@code text} at {@code at}. */
    Phrase[] shorterAt(String text, int at) {
        return at >= text.length() ? NONE : there(shorter, text.charAt(at) & BUCKETS - 1);
    }

    private static Phrase[] there(Phrase[][] table, int bucket) {
        Phrase[] there = table[bucket];
        return there == null ? NONE : there;
    }

    /** The kinds of all phrases that stand in {@code text}, a bit each. */
    long in(String text) {
        long kinds = 0;
        for (int i = 0; i < text.length(); i++) {
            int first = text.charAt(i) & BUCKETS - 1;
            if (has(usedShorter, first)) kinds |= standing(shorter[first], text, i);
            if (i + KEYED > text.length()) continue;
            int bucket = bucket(text, i);
            if (has(used, bucket)) kinds |= standing(buckets[bucket], text, i);
        }
        return kinds;
    }

    private static boolean has(long[] used, int bucket) {
        return (used[bucket / Long.SIZE] >>> bucket & 1) != 0;
    }

    private static long standing(Phrase[] phrases, String text, int at) {
        long kinds = 0;
        for (Phrase phrase : phrases) if (text.startsWith(phrase.text, at)) kinds |= 1L << phrase.kind.ordinal();
        return kinds;
    }
}
