package dev.newsmill.enrich.names;

import java.util.List;

/**
 * What the tagger says of a token: outside (0), or beginning, inside, last or unit of a name of one of five classes
 * (BILOU).
 */
public final class Labels {
    /** The classes that the tagger tells apart; finer types are told from the name itself. */
    public static final List<String> CLASSES = List.of("PER", "ORG", "LOC", "NORP", "MISC");

    public static final int OUTSIDE = 0;
    public static final int COUNT = 1 + 4 * CLASSES.size();

    private static final int BEGIN = 0;
    private static final int INSIDE = 1;
    private static final int LAST = 2;
    private static final int UNIT = 3;

    private Labels() {}

    public static int begin(int type) {
        return 1 + 4 * type + BEGIN;
    }

    public static int inside(int type) {
        return 1 + 4 * type + INSIDE;
    }

    public static int last(int type) {
        return 1 + 4 * type + LAST;
    }

    public static int unit(int type) {
        return 1 + 4 * type + UNIT;
    }

    /** The class of a label; -1 for outside. */
    public static int type(int label) {
        return label == OUTSIDE ? -1 : (label - 1) / 4;
    }

    public static boolean begins(int label) {
        return label != OUTSIDE && ((label - 1) % 4 == BEGIN || (label - 1) % 4 == UNIT);
    }

    public static boolean ends(int label) {
        return label != OUTSIDE && ((label - 1) % 4 == LAST || (label - 1) % 4 == UNIT);
    }

    /** True where no name is open after the label. */
    static boolean closes(int label) {
        return label == OUTSIDE || ends(label);
    }

    /** True where the second label may follow the first. */
    public static boolean mayFollow(int first, int second) {
        if (closes(first)) return second == OUTSIDE || begins(second);
        return second != OUTSIDE && !begins(second) && type(first) == type(second);
    }
}
