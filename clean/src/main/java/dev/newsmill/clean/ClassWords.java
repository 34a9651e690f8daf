package dev.newsmill.clean;

/**
 * Knows which {@link Mark}s the words of a class or id attribute stand for. The words are data: {@code
 * class-words.txt}, one mark a line, a star at the end of a word for any ending. Thread-safe.
 */
final class ClassWords {
    private static final int LONGEST = 400;
    /** Starts of words are no longer. */
    private static final int LONGEST_START = 14;

    private static final long SEED = 1125899906842597L;

    private final Hashes whole = new Hashes();
    private final Hashes starts = new Hashes();
    private int shortestStart = 3;

    private ClassWords() {}

    static ClassWords load() {
        ClassWords words = new ClassWords();
        WordList.read("class-words.txt").forEach(words::add);
        return words;
    }

    private void add(String line) {
        int colon = line.indexOf(':');
        Mark mark = Mark.named(line.substring(0, colon).strip());
        for (String word : line.substring(colon + 1).strip().split("\\s+")) {
            boolean start = word.endsWith("*");
            String key = start ? word.substring(0, word.length() - 1) : word;
            (start ? starts : whole).add(hash(key), mark.bit);
            if (start) shortestStart = Math.min(shortestStart, key.length());
        }
    }

    /** The marks of all words in {@code names}: split where letters end and where camel case turns. */
    long marks(String names) {
        long marks = words(names);
        return blogPost(names) ? marks & Mark.BODY.bit : marks;
    }

    /** Blog systems write a post's tags and categories into the class of its wrapper. */
    private static boolean blogPost(String names) {
        return names.contains("hentry") || names.contains("status-publish") || names.contains("type-post");
    }

    private long words(String names) {
        int length = Math.min(names.length(), LONGEST);
        long marks = 0;
        long before = 0;
        int at = 0;
        while (at < length) {
            if (!Glyphs.letter(names.charAt(at))) {
                if (names.charAt(at++) == ' ') before = 0;
                continue;
            }
            long hash = SEED;
            int begin = at;
            while (at < length && (at == begin || continues(names, at))) {
                hash = step(hash, Glyphs.lower(names.charAt(at++)));
                int size = at - begin;
                if (size >= shortestStart && size <= LONGEST_START) marks |= starts.of(hash);
            }
            marks |= whole.of(hash);
            if (before != 0) marks |= whole.of(joined(before, names, begin, at));
            before = at < length && names.charAt(at) == ' ' ? 0 : hash;
        }
        return marks;
    }

    /** Whether the letter before {@code at} and this one are of the same word. */
    private static boolean continues(String names, int at) {
        char c = names.charAt(at);
        return Glyphs.letter(c) && !(Glyphs.upper(c) && Character.isLowerCase(names.charAt(at - 1)));
    }

    private static long joined(long before, String names, int begin, int end) {
        long hash = step(before, '-');
        for (int i = begin; i < end; i++) hash = step(hash, Glyphs.lower(names.charAt(i)));
        return hash;
    }

    private static long step(long hash, char c) {
        return hash * 31 + c;
    }

    private static long hash(String word) {
        long hash = SEED;
        for (int i = 0; i < word.length(); i++) hash = step(hash, word.charAt(i));
        return hash;
    }

    /** Marks by the 64-bit hash of a word, so that none has to be cut out of its name to be looked up. */
    private static final class Hashes {
        private static final int BITS = 11;
        private static final int SIZE = 1 << BITS;

        private final long[] keys = new long[SIZE];
        private final long[] marks = new long[SIZE];
        /** Which places are taken, a bit each: most words are unknown, and this fits into the nearest cache. */
        private final long[] taken = new long[SIZE / Long.SIZE];

        void add(long key, long mark) {
            int at = place(key);
            keys[at] = key;
            marks[at] |= mark;
            taken[at / Long.SIZE] |= 1L << at;
        }

        long of(long key) {
            int at = home(key);
            return (taken[at / Long.SIZE] >>> at & 1) == 0 ? 0 : marks[place(key)];
        }

        private static int home(long key) {
            return (int) (key * 0x9E3779B97F4A7C15L >>> Long.SIZE - BITS);
        }

        private int place(long key) {
            int at = home(key);
            while (keys[at] != 0 && keys[at] != key) at = at + 1 & SIZE - 1;
            return at;
        }
    }
}
