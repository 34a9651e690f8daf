package dev.newsmill.bench.clean;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** Trained trees: they score rows, and are written as the cleaner's resources hold them, one a line. */
record Trees(List<Tree> trees) {
    /** Whether a number of the row is larger than this. */
    record Question(int feature, float threshold) {}

    /** The same questions for all rows, and what each row of answers adds to the log-odds. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Tree(List<Question> questions, float[] values) {
        float score(float[] row) {
            int leaf = 0;
            for (Question asked : questions) leaf = leaf << 1 | (row[asked.feature] > asked.threshold ? 1 : 0);
            return values[leaf];
        }

        @Override
        public String toString() {
            StringJoiner line = new StringJoiner(" ");
            for (Question asked : questions) line.add(asked.feature + "<=" + asked.threshold);
            line.add(":");
            for (float value : values) line.add(String.format(Locale.ROOT, "%.3g", value));
            return line.toString();
        }
    }

    float probability(float[] row) {
        float sum = 0;
        for (Tree tree : trees) sum += tree.score(row);
        return (float) (1 / (1 + Math.exp(-sum)));
    }

    List<String> lines() {
        return trees.stream().map(Tree::toString).toList();
    }
}
