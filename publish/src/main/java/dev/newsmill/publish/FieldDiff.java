package dev.newsmill.publish;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What differs in one field of an article.
 *
 * @param field its name, as in {@code Publication.changed}
 * @param pieces in the order of reading; what was removed comes before what was added in its place. Put together, those
 *     that are not added are the value before, those that are not removed the value after
 */
public record FieldDiff(String field, List<Piece> pieces) {
    public FieldDiff {
        pieces = List.copyOf(pieces);
    }

    /** The value before, as text. */
    public String before() {
        return without(Piece.Kind.ADDED);
    }

    /** The value after, as text. */
    public String after() {
        return without(Piece.Kind.REMOVED);
    }

    /** How many words were removed or added. */
    public int words() {
        return pieces.stream()
                .filter(piece -> piece.kind() != Piece.Kind.SAME)
                .mapToInt(piece -> TextDiff.countWords(piece.text()))
                .sum();
    }

    private String without(Piece.Kind kind) {
        return pieces.stream()
                .filter(piece -> piece.kind() != kind)
                .map(Piece::text)
                .collect(Collectors.joining());
    }
}
