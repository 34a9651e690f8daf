package dev.newsmill.clean;

import java.util.HashMap;
import java.util.Map;

/**
 * Knows which {@link Mark}s the words of a class or id attribute stand for. The words are data: {@code
 * class-words.txt}, one mark a line, a star at the end of a word for any ending. Thread-safe.
 */
final class ClassWords {
    private static final int LONGEST = 400;

    private final Map<String, Long> whole = new HashMap<>();
    private final Map<String, Long> starts = new HashMap<>();
    private int shortestStart = 3;

    private ClassWords() {}

    static ClassWords load() {
        ClassWords words = new ClassWords();
        WordList.read("class-words.txt").forEach(words::add);
        return words;
    }

    private void add(String line) {
        int colon = line.indexOf(':');
        Mark mark = Mark.named(line.substring(0, colon).strip());
        for (String word : line.substring(colon + 1).strip().split("\\s+")) {
            boolean start = word.endsWith("*");
            String key = start ? word.substring(0, word.length() - 1) : word;
            (start ? starts : whole).merge(key, mark.bit, (a, b) -> a | b);
            if (start) shortestStart = Math.min(shortestStart, key.length());
        }
    }

    /** The marks of all words in {@code names}: split where letters end and where camel case turns. */
    long marks(String names) {
        long marks = words(names);
        return blogPost(names) ? marks & Mark.BODY.bit : marks;
    }

    /** Blog systems write a post's tags and categories into the class of its wrapper. */
    private static boolean blogPost(String names) {
        return names.contains("hentry") || names.contains("status-publish") || names.contains("type-post");
    }

    private long words(String names) {
        int length = Math.min(names.length(), LONGEST);
        long marks = 0;
        int begin = -1;
        String before = "";
        for (int i = 0; i <= length; i++) {
            char c = i < length ? names.charAt(i) : ' ';
            boolean letter = Character.isLetter(c);
            boolean turn =
                    letter && begin >= 0 && Character.isUpperCase(c) && Character.isLowerCase(names.charAt(i - 1));
            if (begin >= 0 && (!letter || turn)) {
                String word = names.substring(begin, i).toLowerCase(java.util.Locale.ROOT);
                marks |= word(word);
                if (!before.isEmpty()) marks |= whole.getOrDefault(before + "-" + word, 0L);
                before = c == ' ' ? "" : word;
                begin = -1;
            }
            if (letter && begin < 0) begin = i;
            if (c == ' ') before = "";
        }
        return marks;
    }

    private long word(String word) {
        long marks = whole.getOrDefault(word, 0L);
        for (int end = Math.min(word.length(), 14); end >= shortestStart; end--) {
            marks |= starts.getOrDefault(word.substring(0, end), 0L);
        }
        return marks;
    }
}
