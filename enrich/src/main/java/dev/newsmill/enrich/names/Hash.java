package dev.newsmill.enrich.names;

/** Hashes of words and features. Part of the model's format: a change here needs a new model. */
final class Hash {
    private static final long START = 0xcbf29ce484222325L;
    private static final long FACTOR = 0x100000001b3L;

    private Hash() {}

    static long start() {
        return START;
    }

    static long add(long hash, int c) {
        return (hash ^ c) * FACTOR;
    }

    /** Spreads the bits of a hash. */
    static long mix(long h) {
        h = (h ^ (h >>> 32)) * 0x9e3779b97f4a7c15L;
        return h ^ (h >>> 29);
    }

    /** The hash of a word in small letters, with each digit as 0. */
    static long lower(CharSequence word) {
        long h = START;
        for (int i = 0; i < word.length(); i++) h = add(h, lower(word.charAt(i)));
        return mix(h);
    }

    static char lower(char c) {
        if (c < 0x80) return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c >= '0' && c <= '9' ? '0' : c;
        return c == '\u2019' ? '\'' : Character.isDigit(c) ? '0' : Character.toLowerCase(c);
    }
}
