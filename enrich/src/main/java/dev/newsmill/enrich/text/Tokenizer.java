package dev.newsmill.enrich.text;

import java.util.Arrays;

/**
 * Cuts a text into words and marks, in linear time and without changing it.
 *
 * <p>Words with a capital are cut at hyphens ({@code Saudi-led}), since a name may end there; others are not
 * ({@code well-known}). Abbreviations and initials keep their full stop. A picture credit glued to the word before it
 * ({@code callImage:}) is cut off. Not thread-safe inside, but {@link #tokenize} may be called from any thread.
 */
public final class Tokenizer {
    /** No word of a news text is longer; a longer run of letters is cut, so that each token costs the same. */
    static final int MAX_WORD = 100;

    private static final WordList ABBREVIATIONS = WordList.load("abbreviations.txt");
    private static final WordList CLITICS = WordList.of("s", "S", "re", "ve", "ll", "d", "m", "t");

    private final String text;
    private int[] begins;
    private int[] ends;
    private int size;

    private Tokenizer(String text) {
        this.text = text;
        int guess = text.length() / 5 + 16;
        begins = new int[guess];
        ends = new int[guess];
    }

    /** Any text, also one that is no language at all. */
    public static Tokens tokenize(String text) {
        Tokenizer tokenizer = new Tokenizer(text);
        tokenizer.run();
        return tokenizer.tokens();
    }

    private Tokens tokens() {
        int[] b = Arrays.copyOf(begins, size);
        int[] e = Arrays.copyOf(ends, size);
        return new Tokens(text, b, e, new Sentences(text, b, e).find());
    }

    private void run() {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Chars.isBlank(c)) at++;
            else if (Chars.isWord(text, at)) at = word(at);
            else at = marks(at, c);
        }
    }

    /** A mark, a run of the same one ({@code ...}, {@code --}), or what an apostrophe joins to a word ({@code 's}). */
    private int marks(int at, char c) {
        int end = at + 1;
        if ((c == '\'' || c == '\u2019') && touchesWord(at) && isClitic(end)) return add(at, endOfWord(end));
        int limit = Math.min(text.length(), at + MAX_WORD);
        if (Character.isSurrogatePair(c, end < limit ? text.charAt(end) : 'x')) end++;
        else while (end < limit && text.charAt(end) == c && !isBracket(c)) end++;
        return add(at, end);
    }

    private boolean touchesWord(int at) {
        return at > 0 && Chars.isWord(text, at - 1);
    }

    private static boolean isBracket(char c) {
        return c == '(' || c == ')' || c == '[' || c == ']' || c == '"' || c == '/';
    }

    private int word(int at) {
        if (isUrl(at)) return add(at, Math.min(endOfRun(at), at + MAX_WORD));
        int end = endOfWord(at);
        end = cutCredit(at, end);
        if (end < text.length() && text.charAt(end) == '.' && keepsFullStop(at, end)) end++;
        return split(at, end);
    }

    private boolean isUrl(int at) {
        char c = text.charAt(at);
        return c == 'h' && (text.startsWith("http://", at) || text.startsWith("https://", at))
                || c == 'w' && text.startsWith("www.", at);
    }

    private int endOfRun(int at) {
        int end = at;
        while (end < text.length() && end - at < MAX_WORD && !Chars.isBlank(text.charAt(end))) end++;
        return end;
    }

    /** The end of a word with what may stand inside it: {@code U.S}, {@code O'Brien}, {@code AT&T}, {@code 1,000.5}. */
    private int endOfWord(int at) {
        int limit = Math.min(text.length(), at + MAX_WORD);
        int end = at;
        while (end < limit) {
            if (Chars.isWord(text, end)) end += Character.charCount(text.codePointAt(end));
            else if (end + 1 < limit && joins(at, end)) end++;
            else break;
        }
        return Math.min(end, text.length());
    }

    private boolean joins(int begin, int at) {
        if (!Chars.isWord(text, at + 1)) return false;
        char before = text.charAt(at - 1);
        char after = text.charAt(at + 1);
        return switch (text.charAt(at)) {
            case '-', '\u2010', '\u2011' -> true;
            case '\'', '\u2019' -> Character.isLetter(before) && Character.isLetter(after) && !isClitic(at + 1);
            case '.' -> joinsAtFullStop(begin, at, before, after);
            case ',' -> Character.isDigit(before) && Character.isDigit(after);
            case '&' -> Character.isUpperCase(before) && Character.isUpperCase(after);
            case '_' -> true;
            default -> false;
        };
    }

    private boolean joinsAtFullStop(int begin, int at, char before, char after) {
        if (Character.isUpperCase(after)) return at - begin == 1 || text.charAt(at - 2) == '.';
        return Character.isDigit(before) == Character.isDigit(after) || Character.isLetter(before);
    }

    private boolean isClitic(int at) {
        int end = at;
        while (end < text.length() && end - at < 3 && Character.isLetter(text.charAt(end))) end++;
        return end - at < 3 && CLITICS.contains(text, at, end);
    }

    /** {@code callImage:} is a word and a credit. */
    private int cutCredit(int at, int end) {
        if (end >= text.length() || text.charAt(end) != ':') return end;
        for (int i = end - 1; i > at; i--) {
            if (Character.isUpperCase(text.charAt(i)) && Character.isLowerCase(text.charAt(i - 1))) return i;
        }
        return end;
    }

    private boolean keepsFullStop(int at, int end) {
        if (end - at == 1) return Character.isUpperCase(text.charAt(at)) && !(at > 0 && text.charAt(at - 1) == '\'');
        int from = Math.max(text.lastIndexOf('-', end - 1) + 1, at);
        return text.charAt(end - 2) == '.' && Character.isLetter(text.charAt(end - 1))
                || end - from <= ABBREVIATIONS.longest() && ABBREVIATIONS.contains(text, from, end);
    }

    /** Adds the word, cut at its hyphens where it has a capital. */
    private int split(int begin, int end) {
        if (!hasHyphenAndCapital(begin, end)) return add(begin, end);
        int from = begin;
        for (int i = begin; i < end; i++) {
            if (!Chars.isHyphen(text.charAt(i))) continue;
            if (i > from) add(from, i);
            add(i, i + 1);
            from = i + 1;
        }
        return from < end ? add(from, end) : end;
    }

    private boolean hasHyphenAndCapital(int begin, int end) {
        boolean hyphen = false;
        boolean capital = false;
        for (int i = begin; i < end; i++) {
            hyphen |= Chars.isHyphen(text.charAt(i));
            capital |= Character.isUpperCase(text.charAt(i));
        }
        return hyphen && capital;
    }

    private int add(int begin, int end) {
        if (size == begins.length) {
            begins = Arrays.copyOf(begins, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        begins[size] = begin;
        ends[size++] = end;
        return end;
    }
}
