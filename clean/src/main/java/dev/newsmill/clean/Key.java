package dev.newsmill.clean;

import org.jspecify.annotations.Nullable;

/** What two spellings of the same words have in common: their letters and digits in lower case. */
final class Key {
    private Key() {}

    static String of(@Nullable String text) {
        if (text == null) return "";
        char[] key = new char[text.length()];
        int length = 0;
        for (int i = 0; i < key.length; i++) {
            char c = text.charAt(i);
            if (Glyphs.wordly(c)) key[length++] = Glyphs.lower(c);
        }
        return new String(key, 0, length);
    }
}
