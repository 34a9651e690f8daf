package dev.newsmill.publish;

import java.util.List;

/** Writes words as PostgreSQL's {@code tsvector}, so that none of its parsers has a say in what a word is. */
final class TextSearchVector {
    /** PostgreSQL counts no further. */
    private static final int LAST_POSITION = 16_383;

    private final StringBuilder vector = new StringBuilder();
    private int position;

    private TextSearchVector() {}

    static String of(IndexedText text) {
        TextSearchVector vector = new TextSearchVector();
        vector.add(text.headline(), "A");
        vector.add(text.authors(), "B");
        vector.add(text.text(), "");
        return vector.vector.toString();
    }

    private void add(List<String> words, String weight) {
        for (String word : words) {
            position = Math.min(position + 1, LAST_POSITION);
            vector.append('\'')
                    .append(word)
                    .append("':")
                    .append(position)
                    .append(weight)
                    .append(' ');
        }
        position++; // no phrase goes from one field into the next
    }
}
