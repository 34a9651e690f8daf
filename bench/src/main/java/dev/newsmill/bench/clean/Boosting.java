package dev.newsmill.bench.clean;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Gradient boosting on histograms, with trees that ask the same question of all rows at each depth: logistic loss,
 * weighted rows, seeded and so repeatable.
 */
final class Boosting {
    private static final int BINS = 64;
    private static final float L2 = 12;
    /** What both sides of a question have to weigh. */
    private static final float LEAST_HESSIAN = 12;

    private static final float ROWS = 0.6f;
    private static final float COLUMNS = 0.35f;
    private static final double LEAST_GAIN = 1e-3;

    /** How large a forest gets: number of trees, their depth, and how much of its error each takes. */
    record Size(int trees, int depth, float rate) {}

    private final Size size;
    private final Random random;
    private final float[] labels;
    private final float[] weights;
    private final float[][] cuts;
    private final byte[][] bins;
    private final float[] scores;
    private final float[] gradient;
    private final float[] hessian;

    private Boosting(Size size, long seed, Rows rows) {
        this.size = size;
        this.random = new Random(seed);
        this.labels = rows.labels();
        this.weights = rows.weights();
        this.cuts = cuts(rows.numbers());
        this.bins = bins(rows.numbers(), cuts);
        this.scores = new float[labels.length];
        this.gradient = new float[labels.length];
        this.hessian = new float[labels.length];
    }

    /** A row for each line to learn from, with its label and its weight. */
    record Rows(float[][] numbers, float[] labels, float[] weights) {}

    static Trees train(Size size, long seed, Rows rows) {
        Boosting boosting = new Boosting(size, seed, rows);
        List<Trees.Tree> trees = new ArrayList<>();
        trees.add(boosting.prior());
        for (int t = 0; t < size.trees; t++) trees.add(boosting.tree());
        return new Trees(trees);
    }

    private Trees.Tree prior() {
        double positive = 1;
        double all = 2;
        for (int i = 0; i < labels.length; i++) {
            positive += labels[i] * weights[i];
            all += weights[i];
        }
        float prior = (float) Math.log(positive / (all - positive));
        Arrays.fill(scores, prior);
        return new Trees.Tree(List.of(), new float[] {prior});
    }

    private Trees.Tree tree() {
        for (int i = 0; i < labels.length; i++) {
            float p = (float) (1 / (1 + Math.exp(-scores[i])));
            gradient[i] = (p - labels[i]) * weights[i];
            hessian[i] = Math.max(1e-6f, p * (1 - p) * weights[i]);
        }
        Growth growth = new Growth(sample(), columns());
        List<Trees.Question> questions = growth.questions();
        float[] values = growth.values();
        int[] answers = new int[questions.size()];
        for (int q = 0; q < answers.length; q++) answers[q] = growth.splits.get(q).bin;
        for (int i = 0; i < labels.length; i++) {
            int leaf = 0;
            for (int q = 0; q < answers.length; q++)
                leaf = leaf << 1 | (bins[questions.get(q).feature()][i] > answers[q] ? 1 : 0);
            scores[i] += values[leaf];
        }
        return new Trees.Tree(questions, values);
    }

    private int[] sample() {
        int[] rows = new int[labels.length];
        int taken = 0;
        for (int i = 0; i < rows.length; i++) if (random.nextFloat() < ROWS) rows[taken++] = i;
        return Arrays.copyOf(rows, taken);
    }

    private int[] columns() {
        int[] columns = new int[cuts.length];
        int taken = 0;
        for (int c = 0; c < columns.length; c++)
            if (random.nextFloat() < COLUMNS && cuts[c].length > 0) columns[taken++] = c;
        return Arrays.copyOf(columns, taken);
    }

    private record Split(int feature, int bin) {}

    /** One tree in the making. */
    private final class Growth {
        private final int[] rows;
        private final int[] columns;
        private final int[] leaf;
        private final List<Split> splits = new ArrayList<>();
        private int leaves = 1;

        Growth(int[] rows, int[] columns) {
            this.rows = rows;
            this.columns = columns;
            this.leaf = new int[rows.length];
            while (splits.size() < size.depth && deeper()) leaves *= 2;
        }

        private boolean deeper() {
            double[] g = new double[leaves];
            double[] h = new double[leaves];
            for (int k = 0; k < rows.length; k++) {
                g[leaf[k]] += gradient[rows[k]];
                h[leaf[k]] += hessian[rows[k]];
            }
            Split best = best(g, h);
            if (best == null) return false;
            splits.add(best);
            for (int k = 0; k < rows.length; k++)
                leaf[k] = leaf[k] << 1 | (bins[best.feature][rows[k]] > best.bin ? 1 : 0);
            return true;
        }

        private @Nullable Split best(double[] g, double[] h) {
            Split best = null;
            double most = LEAST_GAIN;
            for (int column : columns) {
                double[] gains = gains(column, g, h);
                for (int b = 0; b < gains.length; b++) {
                    if (gains[b] <= most) continue;
                    most = gains[b];
                    best = new Split(column, b);
                }
            }
            return best;
        }

        /** What a question at each cut of the column gains, over all leaves. */
        private double[] gains(int column, double[] g, double[] h) {
            double[] gs = new double[leaves * BINS];
            double[] hs = new double[leaves * BINS];
            byte[] bin = bins[column];
            for (int k = 0; k < rows.length; k++) {
                int at = leaf[k] * BINS + bin[rows[k]];
                gs[at] += gradient[rows[k]];
                hs[at] += hessian[rows[k]];
            }
            double[] gains = new double[cuts[column].length];
            double[] below = new double[gains.length];
            double all = 0;
            for (int j = 0; j < leaves; j++) {
                all += h[j];
                gain(gs, hs, j, g[j], h[j], gains, below);
            }
            for (int b = 0; b < gains.length; b++)
                if (below[b] < LEAST_HESSIAN || all - below[b] < LEAST_HESSIAN) gains[b] = 0;
            return gains;
        }

        private void gain(double[] gs, double[] hs, int j, double g, double h, double[] gains, double[] below) {
            double gl = 0;
            double hl = 0;
            for (int b = 0; b < gains.length; b++) {
                gl += gs[j * BINS + b];
                hl += hs[j * BINS + b];
                below[b] += hl;
                gains[b] += gl * gl / (hl + L2) + (g - gl) * (g - gl) / (h - hl + L2) - g * g / (h + L2);
            }
        }

        List<Trees.Question> questions() {
            return splits.stream()
                    .map(split -> new Trees.Question(split.feature, cuts[split.feature][split.bin]))
                    .toList();
        }

        float[] values() {
            double[] g = new double[leaves];
            double[] h = new double[leaves];
            for (int k = 0; k < rows.length; k++) {
                g[leaf[k]] += gradient[rows[k]];
                h[leaf[k]] += hessian[rows[k]];
            }
            float[] values = new float[leaves];
            for (int j = 0; j < leaves; j++)
                values[j] = Float.parseFloat(String.format(Locale.ROOT, "%.3g", -size.rate * g[j] / (h[j] + L2)));
            return values;
        }
    }

    private static float[][] cuts(float[][] rows) {
        float[][] cuts = new float[rows[0].length][];
        int step = Math.max(1, rows.length / 20_000);
        float[] values = new float[(rows.length + step - 1) / step];
        for (int c = 0; c < cuts.length; c++) {
            for (int i = 0; i < values.length; i++) values[i] = rows[i * step][c];
            Arrays.sort(values);
            cuts[c] = cuts(values);
        }
        return cuts;
    }

    /** At most as many as there are bins, at equal shares of the sorted values. */
    private static float[] cuts(float[] values) {
        float[] found = new float[BINS];
        int taken = 0;
        for (int b = 1; b < BINS; b++) {
            float cut = values[(int) ((long) b * (values.length - 1) / BINS)];
            if (taken == 0 || cut > found[taken - 1]) found[taken++] = cut;
        }
        if (taken > 0 && found[taken - 1] >= values[values.length - 1]) taken--;
        return Arrays.copyOf(found, taken);
    }

    private static byte[][] bins(float[][] rows, float[][] cuts) {
        byte[][] bins = new byte[cuts.length][rows.length];
        for (int c = 0; c < cuts.length; c++) {
            for (int i = 0; i < rows.length; i++) {
                int at = Arrays.binarySearch(cuts[c], rows[i][c]);
                bins[c][i] = (byte) (at >= 0 ? at : -at - 1);
            }
        }
        return bins;
    }
}
