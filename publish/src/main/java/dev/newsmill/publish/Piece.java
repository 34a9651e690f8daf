package dev.newsmill.publish;

/** A stretch of text in a diff: the same before and after, or only in one of them. */
public record Piece(Kind kind, String text) {
    /** Where the text is. */
    public enum Kind {
        SAME,
        REMOVED,
        ADDED
    }

    static Piece same(String text) {
        return new Piece(Kind.SAME, text);
    }

    static Piece removed(String text) {
        return new Piece(Kind.REMOVED, text);
    }

    static Piece added(String text) {
        return new Piece(Kind.ADDED, text);
    }
}
