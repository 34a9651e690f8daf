package dev.newsmill.enrich.text;

import java.util.Arrays;

/**
 * The words and marks of a text in order, and where its sentences begin. Offsets are UTF-16 units into the text.
 * Immutable once made.
 */
public final class Tokens {
    private final String text;
    private final int[] begins;
    private final int[] ends;
    private final int[] sentences;

    Tokens(String text, int[] begins, int[] ends, int[] sentences) {
        this.text = text;
        this.begins = begins;
        this.ends = ends;
        this.sentences = sentences;
    }

    public String text() {
        return text;
    }

    /** The tokens from one sentence to the one before another, numbered from 0 again, in the same text. */
    public Tokens part(int firstSentence, int endSentence) {
        int from = sentences[firstSentence];
        int to = sentences[endSentence];
        int[] shifted = Arrays.copyOfRange(sentences, firstSentence, endSentence + 1);
        for (int i = 0; i < shifted.length; i++) shifted[i] -= from;
        return new Tokens(text, Arrays.copyOfRange(begins, from, to), Arrays.copyOfRange(ends, from, to), shifted);
    }

    public int size() {
        return begins.length;
    }

    public int begin(int token) {
        return begins[token];
    }

    public int end(int token) {
        return ends[token];
    }

    public int length(int token) {
        return ends[token] - begins[token];
    }

    public String word(int token) {
        return text.substring(begins[token], ends[token]);
    }

    /** The text from the first of these tokens to the last one. */
    public String words(int first, int last) {
        return text.substring(begins[first], ends[last]);
    }

    public char firstChar(int token) {
        return text.charAt(begins[token]);
    }

    public boolean is(int token, char mark) {
        return length(token) == 1 && firstChar(token) == mark;
    }

    public boolean is(int token, String word) {
        return length(token) == word.length() && text.startsWith(word, begins[token]);
    }

    public boolean isIgnoringCase(int token, String word) {
        return length(token) == word.length() && text.regionMatches(true, begins[token], word, 0, word.length());
    }

    /** True where the token touches the one before it, as in {@code Asia-Pacific} and {@code Reuters/AFP}. */
    public boolean joined(int token) {
        return token > 0 && begins[token] == ends[token - 1];
    }

    /** True where a line break stands before the token, and for the first one. */
    public boolean startsLine(int token) {
        if (token == 0) return true;
        for (int i = ends[token - 1]; i < begins[token]; i++) if (text.charAt(i) == '\n') return true;
        return false;
    }

    public int sentenceCount() {
        return sentences.length - 1;
    }

    /** The first token of a sentence. */
    public int sentenceBegin(int sentence) {
        return sentences[sentence];
    }

    /** The token after the last one of a sentence. */
    public int sentenceEnd(int sentence) {
        return sentences[sentence + 1];
    }

    /** The sentence that the token is in. */
    public int sentenceOf(int token) {
        int found = Arrays.binarySearch(sentences, token);
        return found >= 0 ? found : -found - 2;
    }

    /** The first token that ends after this offset; {@link #size()} where none does. */
    public int tokenAt(int offset) {
        int found = Arrays.binarySearch(ends, offset + 1);
        return found >= 0 ? found : -found - 1;
    }
}
