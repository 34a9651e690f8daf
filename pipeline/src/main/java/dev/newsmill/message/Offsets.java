package dev.newsmill.message;

/** The check that all records with offsets share. */
final class Offsets {
    private Offsets() {}

    static void check(int begin, int end) {
        if (begin < 0 || end <= begin) throw new IllegalArgumentException("bad offsets " + begin + ".." + end);
    }
}
