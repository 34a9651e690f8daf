package dev.newsmill.publish;

import java.util.Set;
import java.util.stream.Collectors;

/** The piece of a text that shows why it was found. */
final class Snippet {
    private static final int BEFORE = 60;
    private static final int LENGTH = 200;
    private static final int MOST_WORDS = 20_000;

    private Snippet() {}

    /** One line around the first word asked for, else from the begin; cut between words. */
    static String of(String text, SearchText asked) {
        Set<String> words = asked.wanted().stream().map(phrase -> phrase.get(0)).collect(Collectors.toSet());
        int hit = words.isEmpty() ? 0 : firstOf(words, text);
        int begin = hit <= BEFORE ? 0 : afterBlank(text, hit - BEFORE, hit);
        int end = text.length() <= begin + LENGTH ? text.length() : beforeBlank(text, begin + LENGTH, hit);
        String piece = text.substring(begin, end).strip().replaceAll("\\s+", " ");
        return (begin == 0 ? "" : "… ") + piece + (end == text.length() ? "" : " …");
    }

    private static int firstOf(Set<String> words, String text) {
        return Words.in(text)
                .limit(MOST_WORDS)
                .filter(word -> word.folded().stream().anyMatch(words::contains))
                .mapToInt(Words.Word::begin)
                .findFirst()
                .orElse(0);
    }

    private static int afterBlank(String text, int from, int last) {
        int at = from;
        while (at < last && !Character.isWhitespace(text.charAt(at))) at++;
        return whole(text, at);
    }

    private static int beforeBlank(String text, int from, int first) {
        int at = from;
        while (at > first + 1 && !Character.isWhitespace(text.charAt(at))) at--;
        return whole(text, at > first + 1 ? at : from);
    }

    /** Not between the halves of a pair of surrogates. */
    private static int whole(String text, int at) {
        return Character.isLowSurrogate(text.charAt(at)) ? at + 1 : at;
    }
}
