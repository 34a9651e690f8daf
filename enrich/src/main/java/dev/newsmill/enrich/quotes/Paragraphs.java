package dev.newsmill.enrich.quotes;

import dev.newsmill.enrich.text.Tokens;

/** Where paragraphs begin: at a line break, unless a word in small letters follows it. */
final class Paragraphs {
    private Paragraphs() {}

    static boolean startsAt(Tokens tokens, int token) {
        return tokens.startsLine(token) && (token == 0 || !Character.isLowerCase(tokens.firstChar(token)));
    }
}
