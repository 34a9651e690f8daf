package dev.newsmill.clean;

import java.util.HexFormat;

/** A 64-bit hash (FNV-1a) of a text's words in lower case: white space and marks do not change it. */
final class Fingerprint {
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Fingerprint() {}

    static String of(String text) {
        long hash = OFFSET;
        boolean word = false;
        for (int i = 0; i < text.length(); i++) {
            char c = Glyphs.lower(text.charAt(i));
            boolean letter = Glyphs.wordly(c) || Character.isSurrogate(c);
            if (letter && !word) hash = (hash ^ ' ') * PRIME;
            if (letter) hash = (hash ^ c) * PRIME;
            word = letter;
        }
        return HexFormat.of().toHexDigits(hash);
    }
}
