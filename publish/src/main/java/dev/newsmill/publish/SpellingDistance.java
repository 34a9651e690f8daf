package dev.newsmill.publish;

/** How many slips of the pen lie between two words: letters left out, put in, replaced, or two swapped. */
final class SpellingDistance {
    private static final int LONGEST = 100;

    private SpellingDistance() {}

    /** The distance by optimal string alignment; {@code most + 1} where it is larger than {@code most}. */
    static int of(String some, String other, int most) {
        if (Math.abs(some.length() - other.length()) > most || some.length() > LONGEST) return most + 1;
        int[] before = new int[other.length() + 1];
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) row[j] = j;
        for (int i = 1; i <= some.length(); i++) {
            int[] next = new int[other.length() + 1];
            next[0] = i;
            for (int j = 1; j <= other.length(); j++) next[j] = cell(some, other, i, j, before, row, next);
            before = row;
            row = next;
        }
        return Math.min(row[other.length()], most + 1);
    }

    private static int cell(String some, String other, int i, int j, int[] before, int[] row, int[] next) {
        boolean same = some.charAt(i - 1) == other.charAt(j - 1);
        int least = Math.min(row[j - 1] + (same ? 0 : 1), Math.min(row[j], next[j - 1]) + 1);
        boolean swapped = i > 1
                && j > 1
                && some.charAt(i - 1) == other.charAt(j - 2)
                && some.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, before[j - 2] + 1) : least;
    }
}
