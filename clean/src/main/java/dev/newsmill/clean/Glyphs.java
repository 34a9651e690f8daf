package dev.newsmill.clean;

/** What single characters are, where the JDK has no answer. */
final class Glyphs {
    private static final boolean[] ASCII = new boolean[0x80];

    static {
        for (char c = 0; c < ASCII.length; c++) ASCII[c] = Character.isLetterOrDigit(c);
    }

    private Glyphs() {}

    /** {@link Character#isLetterOrDigit(char)}, quicker for ASCII. */
    static boolean wordly(char c) {
        return c < 0x80 ? ASCII[c] : Character.isLetterOrDigit(c);
    }

    /** {@link Character#isLetter(char)}, quicker for ASCII. */
    static boolean letter(char c) {
        return c < 0x80 ? (c | 0x20) >= 'a' && (c | 0x20) <= 'z' : Character.isLetter(c);
    }

    /** {@link Character#isUpperCase(char)}, quicker for ASCII. */
    static boolean upper(char c) {
        return c < 0x80 ? c >= 'A' && c <= 'Z' : Character.isUpperCase(c);
    }

    /** {@link Character#toLowerCase(char)}, quicker for ASCII. */
    static char lower(char c) {
        if (c >= 0x80) return Character.toLowerCase(c);
        return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }

    /** White space of any script, the invisible characters that web text is sprinkled with included. */
    static boolean blank(char c) {
        return c <= ' ' || c == '\u00A0' || (c >= 0x1680 && blankBeyondLatin(c));
    }

    private static boolean blankBeyondLatin(char c) {
        return (c >= '\u2000' && c <= '\u200B')
                || c == '\u3000'
                || c == '\uFEFF'
                || c == '\u202F'
                || c == '\u2028'
                || c == '\u2029'
                || c == '\u205F'
                || c == '\u1680'
                || c == '\u2060';
    }

    /** Scripts that write without spaces, so that each character counts as half a word. */
    static boolean unspaced(char c) {
        return c >= 0x0E00
                && ((c >= 0x3040 && c <= 0x30FF)
                        || (c >= 0x3400 && c <= 0x9FFF)
                        || (c >= 0xF900 && c <= 0xFAFF)
                        || c <= 0x0E7F);
    }

    /** Ends a sentence in some script. */
    static boolean ender(char c) {
        if (c < 0x80) return c == '.' || c == '!' || c == '?';
        return switch (c) {
            case '…', '。', '！', '？', '؟', '۔', '।', '｡' -> true;
            default -> false;
        };
    }

    /** A comma in some script. */
    static boolean comma(char c) {
        if (c < 0x80) return c == ',' || c == ';';
        return switch (c) {
            case '、', '，', '،', '؛', '；' -> true;
            default -> false;
        };
    }

    /** May stand after the mark that ends a sentence: closing quotes and brackets. */
    static boolean closer(char c) {
        return switch (c) {
            case '"', '\'', '”', '’', '»', '“', ')', ']', '」', '』', '›', '）', '«', '*' -> true;
            default -> false;
        };
    }
}
