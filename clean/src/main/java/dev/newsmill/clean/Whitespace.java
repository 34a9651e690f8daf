package dev.newsmill.clean;

import org.jspecify.annotations.Nullable;

/** White space as people see it: runs of it are one space. */
final class Whitespace {
    private Whitespace() {}

    static String fold(@Nullable String text) {
        if (text == null || text.isEmpty()) return "";
        StringBuilder folded = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Glyphs.blank(c)) {
                space = true;
            } else if (c != '\u00AD') {
                if (space && !folded.isEmpty()) folded.append(' ');
                space = false;
                folded.append(c);
            }
        }
        return folded.toString();
    }
}
