package dev.newsmill.enrich.names;

/** Finds the best row of labels for a sentence, among those that make whole names. */
final class Viterbi {
    private static final int[][] BEFORE = before();

    private final Weights weights;
    private int[] best = new int[0];
    private byte[] from = new byte[0];

    Viterbi(Weights weights) {
        this.weights = weights;
    }

    private static int[][] before() {
        int[][] before = new int[Labels.COUNT][];
        for (int second = 0; second < Labels.COUNT; second++) {
            int label = second;
            before[second] = java.util.stream.IntStream.range(0, Labels.COUNT)
                    .filter(first -> Labels.mayFollow(first, label))
                    .toArray();
        }
        return before;
    }

    /** {@code scores} has {@link Labels#COUNT} numbers a token, from token {@code begin} on; writes into {@code labels}. */
    void decode(int[] scores, int begin, int end, byte[] labels) {
        int n = end - begin;
        if (n <= 0) return;
        reserve(n);
        for (int label = 0; label < Labels.COUNT; label++) {
            best[label] = Labels.mayFollow(Labels.OUTSIDE, label)
                    ? scores[begin * Labels.COUNT + label]
                    : Integer.MIN_VALUE / 2;
        }
        for (int i = 1; i < n; i++) step(i, scores, (begin + i) * Labels.COUNT);
        int label = lastLabel(n - 1);
        for (int i = n - 1; i >= 0; i--) {
            labels[begin + i] = (byte) label;
            label = from[i * Labels.COUNT + label];
        }
    }

    private void reserve(int n) {
        if (best.length >= n * Labels.COUNT) return;
        best = new int[n * Labels.COUNT];
        from = new byte[n * Labels.COUNT];
    }

    private void step(int i, int[] scores, int at) {
        int row = i * Labels.COUNT;
        int above = row - Labels.COUNT;
        for (int label = 0; label < Labels.COUNT; label++) {
            int most = Integer.MIN_VALUE;
            int which = 0;
            for (int first : BEFORE[label]) {
                int score = best[above + first] + weights.transition(first, label);
                if (score > most) {
                    most = score;
                    which = first;
                }
            }
            best[row + label] = most + scores[at + label];
            from[row + label] = (byte) which;
        }
    }

    private int lastLabel(int i) {
        int which = Labels.OUTSIDE;
        for (int label = 0; label < Labels.COUNT; label++) {
            if (Labels.closes(label) && best[i * Labels.COUNT + label] > best[i * Labels.COUNT + which]) which = label;
        }
        return which;
    }
}
