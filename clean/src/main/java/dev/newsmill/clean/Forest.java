package dev.newsmill.clean;

import java.util.List;

/**
 * Boosted regression trees that give the log-odds of a line to be text of the article. Each tree asks the same questions
 * of all lines, whatever the answers are, so that a score takes no branches: few questions, quickly asked, and little
 * that can be learnt by heart. Trained by the bench module; read from a resource with one tree a line: its questions
 * {@code feature<=threshold} and after a colon the value of each row of answers. Immutable.
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

    float score(float[] features) {
        float sum = 0;
        int at = 0;
        for (int t = 0; t < questionsTo.length; t++) {
            int row = 0;
            for (; at < questionsTo[t]; at++) row = row << 1 | above(features[feature[at]], threshold[at]);
            sum += values[valuesFrom[t] + row];
        }
        return sum;
    }

    /** 1 if {@code value} is larger: the sign of the difference. */
    private static int above(float value, float threshold) {
        return Float.floatToRawIntBits(threshold - value) >>> 31;
    }

    static float probability(float logOdds) {
        return (float) (1 / (1 + Math.exp(-logOdds)));
    }
}
