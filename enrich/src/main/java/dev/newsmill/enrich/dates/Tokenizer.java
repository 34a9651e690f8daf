package dev.newsmill.enrich.dates;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a text into {@link Token}s in one pass. Any text is fine, lone surrogates included. Not thread-safe. */
final class Tokenizer {
    private static final int LONGEST = 40;
    private static final int ENOUGH = 20_000;
    private static final int MOST = 25_000;
    private static final String[] ASCII = new String[128];

    static {
        for (char c = 0; c < ASCII.length; c++) ASCII[c] = String.valueOf(c);
    }

    private final String text;
    private int at;

    Tokenizer(String text) {
        this.text = text;
    }

    /** The first passage of a text: all of a short one. */
    static List<Token> tokens(String text) {
        return new Tokenizer(text).passage();
    }

    /** The next tokens, up to a blank line where there is one in time; empty at the end of the text. */
    List<Token> passage() {
        List<Token> tokens = new ArrayList<>();
        boolean glued = false;
        int newlines = 0;
        while (at < text.length() && tokens.size() < MOST) {
            char c = text.charAt(at);
            if (isSpace(c)) {
                if (c == '\n') newlines++;
                glued = false;
                at++;
                continue;
            }
            if (newlines > 1 && tokens.size() > ENOUGH) break;
            tokens.add(next(c, glued, newlines > 1));
            glued = true;
            newlines = 0;
        }
        return tokens;
    }

    private Token next(char c, boolean glued, boolean paragraph) {
        int begin = at;
        if (isDigit(c)) {
            while (at < text.length() && isDigit(text.charAt(at))) at++;
            return new Token(begin, at, Token.Kind.DIGITS, lower(begin), false, glued, paragraph);
        }
        if (Character.isLetter(c)) {
            while (at < text.length() && isWordPart(text.charAt(at))) at++;
            return new Token(begin, at, Token.Kind.WORD, lower(begin), Character.isUpperCase(c), glued, paragraph);
        }
        at++;
        return new Token(begin, at, Token.Kind.OTHER, normal(c), false, glued, paragraph);
    }

    private String lower(int begin) {
        return at - begin > LONGEST ? "" : text.substring(begin, at).toLowerCase(Locale.ROOT);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWordPart(char c) {
        if (c < 128) return Character.isLetter(c);
        int type = Character.getType(c);
        return Character.isLetter(c) || type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static String normal(char c) {
        return switch (c) {
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212' -> "-";
            case '\u2018', '\u2019', '\u02BC', '`' -> "'";
            default -> c < ASCII.length ? ASCII[c] : String.valueOf(c);
        };
    }
}
