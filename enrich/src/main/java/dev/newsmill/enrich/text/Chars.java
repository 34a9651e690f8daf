package dev.newsmill.enrich.text;

/** Classes of characters, as a reader of news sees them. */
public final class Chars {
    private Chars() {}

    /** White space, also the non-breaking and the invisible kinds, and control characters. */
    public static boolean isBlank(char c) {
        if (c < 0x80) return c <= ' ' || c == 0x7f;
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || c >= '\u200b' && c <= '\u200f'
                || c == '\u2060'
                || c == '\ufeff';
    }

    public static boolean isHyphen(char c) {
        return c == '-' || c == '\u2010' || c == '\u2011';
    }

    /** Marks that open or close a quotation in any of the styles that newspapers use. */
    public static boolean isQuotationMark(char c) {
        return switch (c) {
            case '"', '\u201c', '\u201d', '\u201e', '\u201f', '\u00ab', '\u00bb', '\u2018', '\u2019', '\u201a' -> true;
            case '\u300c', '\u300d', '\u300e', '\u300f', '\'', '`' -> true;
            default -> false;
        };
    }

    /** A letter, a digit or a mark on a letter. */
    static boolean isWord(String text, int at) {
        char c = text.charAt(at);
        if (c < 0x80) return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
        int point = Character.isHighSurrogate(c) ? text.codePointAt(at) : c;
        return Character.isLetterOrDigit(point) || isMark(point);
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
