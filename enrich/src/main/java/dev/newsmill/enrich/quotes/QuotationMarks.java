package dev.newsmill.enrich.quotes;

import dev.newsmill.enrich.text.Tokens;
import java.util.ArrayList;
import java.util.List;

/**
 * Pairs the quotation marks of a text, in the styles of English, German, French and East Asian papers. A pair stays
 * within a paragraph; an opening mark without a closing one reaches to its end only if the next paragraph opens anew.
 */
final class QuotationMarks {
    private static final String OPENING = "\u201c\u201e\u00ab\u2018\u201a\u300c\u300e";
    private static final int NONE = -1;

    private final Tokens tokens;
    private final List<Quoted> found = new ArrayList<>();
    /** Opening marks that the rest of the paragraph does not close. */
    private String hopeless = "";

    QuotationMarks(Tokens tokens) {
        this.tokens = tokens;
    }

    /** The quotations by begin, not overlapping: what is quoted within one is part of it. */
    List<Quoted> find() {
        int from = 0;
        while (from < tokens.size()) {
            int end = from + 1;
            while (end < tokens.size() && !Paragraphs.startsAt(tokens, end)) end++;
            hopeless = "";
            paragraph(from, end);
            from = end;
        }
        return found;
    }

    private void paragraph(int from, int end) {
        int i = from;
        while (i < end) {
            int close = opens(i, from) ? closing(i, end) : NONE;
            if (close == NONE && i == from && isDouble(i) && goesOn(end)) close = end - 1;
            if (close == NONE) i++;
            else {
                if (close > i + 1) found.add(new Quoted(i, close));
                i = close + 1;
            }
        }
    }

    private boolean opens(int i, int from) {
        if (tokens.length(i) != 1) return false;
        char c = tokens.firstChar(i);
        boolean free = i == from
                || !tokens.joined(i)
                || !Character.isLetterOrDigit(tokens.text().charAt(tokens.begin(i) - 1));
        if (c == '\u00bb') return free && i + 1 < tokens.size() && tokens.joined(i + 1);
        if (c == '"') return true;
        if (c == '\'') return free && i + 1 < tokens.size() && tokens.joined(i + 1);
        return OPENING.indexOf(c) >= 0 && (c != '\u2018' || free);
    }

    private int closing(int open, int end) {
        char c = tokens.firstChar(open);
        if (hopeless.indexOf(c) >= 0) return NONE;
        for (int i = open + 1; i < end; i++) {
            if (tokens.length(i) == 1 && closes(c, tokens.firstChar(i)) && (!isSingle(c) || isFree(i))) return i;
        }
        hopeless += c;
        return NONE;
    }

    private static boolean closes(char open, char c) {
        return switch (open) {
            case '"' -> c == '"';
            case '\'' -> c == '\'';
            case '\u201c' -> c == '\u201d' || c == '"';
            case '\u201e' -> c == '\u201c' || c == '\u201d' || c == '"';
            case '\u00ab' -> c == '\u00bb';
            case '\u00bb' -> c == '\u00ab';
            case '\u2018' -> c == '\u2019';
            case '\u201a' -> c == '\u2018' || c == '\u2019';
            case '\u300c' -> c == '\u300d';
            default -> c == '\u300f';
        };
    }

    private static boolean isSingle(char c) {
        return c == '\'' || c == '\u2018' || c == '\u201a';
    }

    /** An apostrophe at the end of a plural looks like a closing mark, but a word follows it after a space. */
    private boolean isFree(int i) {
        if (i + 1 < tokens.size() && tokens.joined(i + 1) && Character.isLetterOrDigit(tokens.firstChar(i + 1)))
            return false;
        char before = tokens.text().charAt(tokens.begin(i) - 1);
        return before != 's' || i + 1 >= tokens.size() || !Character.isLetter(tokens.firstChar(i + 1));
    }

    private boolean isDouble(int i) {
        return tokens.is(i, '"') || tokens.is(i, '\u201c') || tokens.is(i, '\u201e');
    }

    private boolean goesOn(int next) {
        return next < tokens.size() && isDouble(next);
    }
}
