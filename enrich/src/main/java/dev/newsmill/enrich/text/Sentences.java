package dev.newsmill.enrich.text;

import java.util.Arrays;

/**
 * Finds where sentences begin: after a blank line, after a line break that no lower-case word follows, and after a
 * full stop, question or exclamation mark (and the quotation marks and brackets that close with it) before a word that
 * may begin a sentence.
 */
final class Sentences {
    /** Longer ones are cut, so that what is done per sentence stays small. */
    static final int MAX_TOKENS = 300;

    private static final WordList STARTERS = WordList.load("sentence-starters.txt");

    private final String text;
    private final int[] begins;
    private final int[] ends;

    Sentences(String text, int[] begins, int[] ends) {
        this.text = text;
        this.begins = begins;
        this.ends = ends;
    }

    /** The first token of each sentence, and the number of tokens at the end. */
    int[] find() {
        int[] found = new int[16];
        int count = 0;
        int size = begins.length;
        for (int i = 0; i < size; i++) {
            if (i > 0 && i - found[count - 1] < MAX_TOKENS && !startsAt(i)) continue;
            if (count + 1 == found.length) found = Arrays.copyOf(found, count * 2);
            found[count++] = i;
        }
        found[count++] = size;
        return Arrays.copyOf(found, count);
    }

    private boolean startsAt(int token) {
        if (breaksLine(token)) return true;
        int last = token - 1;
        if (begins[token] == ends[last] || Character.isLowerCase(text.charAt(begins[token]))) return false;
        if (isClosing(token)) return false;
        while (last > 0 && token - last < 4 && isClosing(last)) last--;
        return endsAt(last, token);
    }

    private boolean breaksLine(int token) {
        int breaks = 0;
        for (int i = ends[token - 1]; i < begins[token]; i++) if (text.charAt(i) == '\n') breaks++;
        return breaks > 1 || breaks == 1 && !Character.isLowerCase(text.charAt(begins[token]));
    }

    private boolean endsAt(int last, int next) {
        char c = text.charAt(ends[last] - 1);
        if (c == '!' || c == '?' || c == '\u2026' || c == '\u3002') return true;
        if (c != '.') return false;
        if (ends[last] - begins[last] == 1) return true;
        if (text.charAt(begins[last]) == '.') return true;
        int first = Chars.isQuotationMark(text.charAt(begins[next])) && next + 1 < begins.length ? next + 1 : next;
        return STARTERS.contains(text, begins[first], ends[first]);
    }

    private boolean isClosing(int token) {
        if (ends[token] - begins[token] != 1) return false;
        char c = text.charAt(begins[token]);
        if (c == ')' || c == ']' || c == '\u201d' || c == '\u00bb' || c == '\u2019') return true;
        return (c == '"' || c == '\'') && token > 0 && begins[token] == ends[token - 1];
    }
}
