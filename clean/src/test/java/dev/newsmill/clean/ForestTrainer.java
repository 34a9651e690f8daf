package dev.newsmill.clean;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Trains a {@link Forest} by gradient boosting on histograms: logistic loss, weighted rows, seeded and so repeatable. */
final class ForestTrainer {
    private static final int BINS = 64;
    private static final float RATE = 0.1f;
    private static final float L2 = 6;
    private static final float LEAST_HESSIAN = 12;
    private static final float ROWS = 0.6f;
    private static final float COLUMNS = 0.5f;

    private final int trees;
    private final int depth;
    private final long seed;

    ForestTrainer(int trees, int depth, long seed) {
        this.trees = trees;
        this.depth = depth;
        this.seed = seed;
    }

    /** One tree a line, as {@link Forest} reads them. */
    List<String> train(float[][] rows, float[] labels, float[] weights) {
        int n = rows.length;
        int columns = rows[0].length;
        float[][] cuts = cuts(rows, columns);
        byte[][] bins = bins(rows, cuts);
        float[] score = new float[n];
        float[] gradient = new float[n];
        float[] hessian = new float[n];
        Random random = new Random(seed);
        List<String> forest = new ArrayList<>();
        float prior = prior(labels, weights);
        Arrays.fill(score, prior);
        forest.add("=" + prior);
        for (int t = 0; t < trees; t++) {
            int[] sample = sample(n, random);
            for (int i = 0; i < n; i++) {
                float p = Forest.probability(score[i]);
                gradient[i] = (p - labels[i]) * weights[i];
                hessian[i] = Math.max(1e-6f, p * (1 - p) * weights[i]);
            }
            boolean[] use = new boolean[columns];
            for (int c = 0; c < columns; c++) use[c] = random.nextFloat() < COLUMNS;
            StringBuilder tree = new StringBuilder();
            grow(sample, depth, bins, cuts, gradient, hessian, use, tree);
            String line = tree.toString().strip();
            forest.add(line);
            Forest one = Forest.of(List.of(line));
            for (int i = 0; i < n; i++) score[i] += one.score(rows[i]);
        }
        return forest;
    }

    private static float prior(float[] labels, float[] weights) {
        double positive = 1;
        double all = 2;
        for (int i = 0; i < labels.length; i++) {
            positive += labels[i] * weights[i];
            all += weights[i];
        }
        return (float) Math.log(positive / (all - positive));
    }

    private static int[] sample(int n, Random random) {
        int[] rows = new int[n];
        int size = 0;
        for (int i = 0; i < n; i++) if (random.nextFloat() < ROWS) rows[size++] = i;
        return Arrays.copyOf(rows, size);
    }

    private static float[][] cuts(float[][] rows, int columns) {
        float[][] cuts = new float[columns][];
        int step = Math.max(1, rows.length / 20_000);
        for (int c = 0; c < columns; c++) {
            float[] values = new float[(rows.length + step - 1) / step];
            for (int i = 0; i < values.length; i++) values[i] = rows[i * step][c];
            Arrays.sort(values);
            float[] found = new float[BINS];
            int size = 0;
            for (int b = 1; b < BINS; b++) {
                float cut = values[(int) ((long) b * (values.length - 1) / BINS)];
                if (size == 0 || cut > found[size - 1]) found[size++] = cut;
            }
            if (size > 0 && found[size - 1] >= values[values.length - 1]) size--;
            cuts[c] = Arrays.copyOf(found, size);
        }
        return cuts;
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

    private void grow(
            int[] rows,
            int left,
            byte[][] bins,
            float[][] cuts,
            float[] gradient,
            float[] hessian,
            boolean[] use,
            StringBuilder tree) {
        double g = 0;
        double h = 0;
        for (int i : rows) {
            g += gradient[i];
            h += hessian[i];
        }
        int best = -1;
        int bestBin = 0;
        double bestGain = 1e-3;
        if (left > 0 && h > 2 * LEAST_HESSIAN) {
            double[] gs = new double[BINS];
            double[] hs = new double[BINS];
            for (int c = 0; c < bins.length; c++) {
                if (!use[c] || cuts[c].length == 0) continue;
                Arrays.fill(gs, 0);
                Arrays.fill(hs, 0);
                byte[] column = bins[c];
                for (int i : rows) {
                    gs[column[i]] += gradient[i];
                    hs[column[i]] += hessian[i];
                }
                double gl = 0;
                double hl = 0;
                for (int b = 0; b < cuts[c].length; b++) {
                    gl += gs[b];
                    hl += hs[b];
                    if (hl < LEAST_HESSIAN || h - hl < LEAST_HESSIAN) continue;
                    double gain = gl * gl / (hl + L2) + (g - gl) * (g - gl) / (h - hl + L2) - g * g / (h + L2);
                    if (gain > bestGain) {
                        bestGain = gain;
                        best = c;
                        bestBin = b;
                    }
                }
            }
        }
        if (best < 0) {
            tree.append(String.format(Locale.ROOT, "=%.4g ", -RATE * g / (h + L2)));
            return;
        }
        tree.append(best).append('<').append(cuts[best][bestBin]).append(' ');
        int[] below = new int[rows.length];
        int[] above = new int[rows.length];
        int nb = 0;
        int na = 0;
        for (int i : rows) {
            if (bins[best][i] <= bestBin) below[nb++] = i;
            else above[na++] = i;
        }
        grow(Arrays.copyOf(below, nb), left - 1, bins, cuts, gradient, hessian, use, tree);
        grow(Arrays.copyOf(above, na), left - 1, bins, cuts, gradient, hessian, use, tree);
    }
}
