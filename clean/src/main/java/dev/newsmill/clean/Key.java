package dev.newsmill.clean;

import org.jspecify.annotations.Nullable;

/** What two spellings of the same words have in common: their letters and digits in lower case. */
final class Key {
    private Key() {}

    static String of(@Nullable String text) {
        if (text == null) return "";
        StringBuilder key = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) key.append(Character.toLowerCase(c));
        }
        return key.toString();
    }
}
