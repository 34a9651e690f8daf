package dev.newsmill.app.console;

import org.jline.utils.WCWidth;

/** How wide text is on a terminal: Chinese characters take two cells, combining marks none. */
public final class Cells {
    private Cells() {}

    public static int width(String text) {
        return text.codePoints().map(Cells::width).sum();
    }

    /** Cuts to {@code width} cells, with an ellipsis. */
    public static String cut(String text, int width) {
        if (width(text) <= width) return text;
        StringBuilder kept = new StringBuilder();
        int used = 1;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            used += width(c);
            if (used > width) break;
            kept.appendCodePoint(c);
            i += Character.charCount(c);
        }
        return kept.toString().stripTrailing() + "…";
    }

    /** The text with blanks after it, up to {@code width} cells. */
    public static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    static int width(int codePoint) {
        return Math.max(0, WCWidth.wcwidth(codePoint));
    }
}
