package dev.newsmill.enrich.dates;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a text into {@link Token}s in one pass. Any text is fine, lone surrogates included. */
final class Tokenizer {
    private static final int LONGEST = 40;

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokenizer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) {
        Tokenizer tokenizer = new Tokenizer(text);
        tokenizer.run();
        return tokenizer.tokens;
    }

    private void run() {
        boolean glued = false;
        int newlines = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isSpace(c)) {
                if (c == '\n') newlines++;
                glued = false;
                at++;
                continue;
            }
            tokens.add(next(c, glued, newlines > 1));
            glued = true;
            newlines = 0;
        }
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
            default -> String.valueOf(c);
        };
    }
}
