package dev.newsmill.clean;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Boosted regression trees that give the log-odds of a line to be text of the article. Each tree asks the same questions
 * of all lines, whatever the answers are: few questions, quickly asked, and little that can be learnt by heart. Trained
 * by the bench module; read from a resource with one tree a line: its questions {@code feature<=threshold} and after a
 * colon the value of each row of answers. Immutable.
 */
final class Forest {
    private final int[] feature;
    private final float[] threshold;
    private final float[] values;
    /** For each tree where its questions end, and where its values begin. */
    private final int[] questionsTo;

    private final int[] valuesFrom;

    private Forest(int[] feature, float[] threshold, float[] values, int[] questionsTo, int[] valuesFrom) {
        this.feature = feature;
        this.threshold = threshold;
        this.values = values;
        this.questionsTo = questionsTo;
        this.valuesFrom = valuesFrom;
    }

    static Forest load(String resource) {
        return of(WordList.read(resource));
    }

    static Forest of(List<String> trees) {
        int questions = 0;
        int leaves = 0;
        for (String tree : trees) {
            questions += words(tree, 0).length;
            leaves += words(tree, 1).length;
        }
        Forest forest = new Forest(
                new int[questions],
                new float[questions],
                new float[leaves],
                new int[trees.size()],
                new int[trees.size()]);
        int question = 0;
        int leaf = 0;
        for (int t = 0; t < trees.size(); t++) {
            forest.valuesFrom[t] = leaf;
            for (String asked : words(trees.get(t), 0)) forest.question(question++, asked);
            for (String value : words(trees.get(t), 1)) forest.values[leaf++] = Float.parseFloat(value);
            forest.questionsTo[t] = question;
        }
        return forest;
    }

    private void question(int at, String asked) {
        int sign = asked.indexOf("<=");
        feature[at] = Integer.parseInt(asked.substring(0, sign));
        threshold[at] = Float.parseFloat(asked.substring(sign + 2));
    }

    private static String[] words(String tree, int part) {
        String words = tree.split(":", -1)[part].strip();
        return words.isEmpty() ? new String[0] : words.split(" ");
    }

    /** The log-odds of each row of features. Each question is put to all rows in turn, which takes no branches. */
    float[] scores(List<float[]> rows) {
        float[] sums = new float[rows.size()];
        int[] answers = new int[rows.size()];
        Map<Integer, int[]> columns = new HashMap<>();
        int at = 0;
        for (int t = 0; t < questionsTo.length; t++) {
            Arrays.fill(answers, 0);
            for (; at < questionsTo[t]; at++)
                ask(columns.computeIfAbsent(feature[at], f -> column(rows, f)), ordered(threshold[at]), answers);
            for (int i = 0; i < sums.length; i++) sums[i] += values[valuesFrom[t] + answers[i]];
        }
        return sums;
    }

    private static void ask(int[] numbers, int threshold, int[] answers) {
        for (int i = 0; i < answers.length; i++) answers[i] = answers[i] << 1 | above(numbers[i], threshold);
    }

    private static int[] column(List<float[]> rows, int feature) {
        int[] column = new int[rows.size()];
        for (int i = 0; i < column.length; i++) column[i] = ordered(rows.get(i)[feature]);
        return column;
    }

    /** 1 if {@code number} is larger: the sign of the difference, or its opposite where that overflows. */
    private static int above(int number, int threshold) {
        int difference = threshold - number;
        return (difference ^ (threshold ^ number) & (difference ^ threshold)) >>> 31;
    }

    /** The integer whose order among integers is that of {@code number} among numbers. */
    private static int ordered(float number) {
        int bits = Float.floatToRawIntBits(number);
        return bits ^ bits >> 31 & Integer.MAX_VALUE;
    }

    static float probability(float logOdds) {
        return (float) (1 / (1 + Math.exp(-logOdds)));
    }
}
