package dev.newsmill.bench;

import dev.newsmill.enrich.names.Labels;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A linear-chain conditional random field, trained by AdaGrad on the likelihood of whole sentences. */
final class Crf {
    private static final int L = Labels.COUNT;
    private static final float EPSILON = 1e-6f;

    /**
     * A sentence.
     *
     * @param features the rows of each token's features
     * @param labels the right ones
     * @param base what is added to each token's scores, a number a label; null for nothing
     */
    record Example(int[][] features, byte[] labels, float @Nullable [] base) {}

    /** @param dropout share of a token's features left out at each step, so that none is leant on alone */
    record Options(int epochs, float rate, float l2, float dropout, long seed) {
        Options withSeed(long other) {
            return new Options(epochs, rate, l2, dropout, other);
        }
    }

    private final Options options;
    private final float[] weights;
    private final float[] squares;
    private final float[] mean;
    private final float[] transitions = new float[L * L];
    private final float[] transitionSquares = new float[L * L];
    private final float[] transitionMean = new float[L * L];
    private final Random random;

    private double[] emissions = new double[0];
    private double[] forward = new double[0];
    private double[] backward = new double[0];
    private double[] scale = new double[0];
    private final double[] step = new double[L * L];
    private int[][] kept = new int[0][];

    Crf(int rows, Options options) {
        this.options = options;
        weights = new float[rows * L];
        squares = new float[rows * L];
        mean = new float[rows * L];
        random = new Random(options.seed());
    }

    void train(List<Example> examples) {
        Example[] order = examples.toArray(new Example[0]);
        for (int epoch = 1; epoch <= options.epochs(); epoch++) {
            shuffle(order);
            double loss = 0;
            for (Example example : order) loss += learn(example);
            if (epoch > options.epochs() / 2) accumulate(epoch - options.epochs() / 2);
            System.out.printf("epoch %d: loss %.4f%n", epoch, loss / order.length);
        }
        if (options.epochs() == 0) return;
        System.arraycopy(mean, 0, weights, 0, mean.length);
        System.arraycopy(transitionMean, 0, transitions, 0, transitionMean.length);
    }

    /** The mean of the weights after each of the later epochs is what is kept: steadier than the last ones. */
    private void accumulate(int times) {
        for (int k = 0; k < mean.length; k++) mean[k] += (weights[k] - mean[k]) / times;
        for (int k = 0; k < transitionMean.length; k++)
            transitionMean[k] += (transitions[k] - transitionMean[k]) / times;
    }

    private void shuffle(Example[] order) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            Example held = order[i];
            order[i] = order[j];
            order[j] = held;
        }
    }

    private double learn(Example example) {
        int n = example.labels().length;
        reserve(n);
        for (int i = 0; i < n; i++) kept[i] = drop(example.features()[i]);
        double loss = marginals(example, n);
        updateTransitions(example, n);
        for (int i = 0; i < n; i++) update(i, example.labels()[i]);
        return loss;
    }

    private void reserve(int n) {
        if (forward.length >= n * L) return;
        emissions = new double[n * L];
        forward = new double[n * L];
        backward = new double[n * L];
        scale = new double[n];
        kept = Arrays.copyOf(kept, n);
    }

    private int[] drop(int[] features) {
        if (options.dropout() == 0) return features;
        int[] left = new int[features.length];
        int count = 0;
        for (int f : features) if (random.nextFloat() >= options.dropout()) left[count++] = f;
        return Arrays.copyOf(left, count);
    }

    /** Forward and backward sums, scaled to 1 a token. Returns the negative log-likelihood. */
    private double marginals(Example example, int n) {
        double gold = 0;
        double log = 0;
        for (int i = 0; i < n; i++) {
            double most = emit(i, example.base());
            log += most;
            int label = example.labels()[i];
            gold += Math.log(emissions[i * L + label]) + most;
            if (i > 0) gold += transitions[example.labels()[i - 1] * L + label];
        }
        for (int a = 0; a < L; a++) {
            for (int b = 0; b < L; b++) step[a * L + b] = Labels.mayFollow(a, b) ? Math.exp(transitions[a * L + b]) : 0;
        }
        for (int i = 0; i < n; i++) log += Math.log(forwardAt(i, n));
        for (int i = n - 1; i >= 0; i--) backwardAt(i, n);
        return log - gold;
    }

    private double emit(int i, float @Nullable [] base) {
        float[] sums = base == null ? new float[L] : Arrays.copyOfRange(base, i * L, i * L + L);
        for (int f : kept[i]) {
            int at = f * L;
            for (int label = 0; label < L; label++) sums[label] += weights[at + label];
        }
        float most = Float.NEGATIVE_INFINITY;
        for (float s : sums) most = Math.max(most, s);
        for (int label = 0; label < L; label++) emissions[i * L + label] = Math.exp(Math.max(-60, sums[label] - most));
        return most;
    }

    private double forwardAt(int i, int n) {
        double sum = 0;
        int row = i * L;
        for (int b = 0; b < L; b++) {
            double s = 0;
            if (i == 0) s = Labels.mayFollow(Labels.OUTSIDE, b) ? 1 : 0;
            else for (int a = 0; a < L; a++) s += forward[row - L + a] * step[a * L + b];
            boolean open = i == n - 1 && !Labels.mayFollow(b, Labels.OUTSIDE);
            forward[row + b] = open ? 0 : s * emissions[row + b];
            sum += forward[row + b];
        }
        for (int b = 0; b < L; b++) forward[row + b] /= sum;
        scale[i] = sum;
        return sum;
    }

    private void backwardAt(int i, int n) {
        int row = i * L;
        for (int a = 0; a < L; a++) {
            double s = 0;
            if (i == n - 1) s = Labels.mayFollow(a, Labels.OUTSIDE) ? 1 : 0;
            else for (int b = 0; b < L; b++) s += step[a * L + b] * emissions[row + L + b] * backward[row + L + b];
            backward[row + a] = i == n - 1 ? s : s / scale[i + 1];
        }
    }

    private void updateTransitions(Example example, int n) {
        double[] gradient = new double[L * L];
        for (int i = 1; i < n; i++) {
            int row = i * L;
            for (int a = 0; a < L; a++) {
                double f = forward[row - L + a] / scale[i];
                if (f < 1e-9) continue;
                for (int b = 0; b < L; b++)
                    gradient[a * L + b] += f * step[a * L + b] * emissions[row + b] * backward[row + b];
            }
            gradient[example.labels()[i - 1] * L + example.labels()[i]] -= 1;
        }
        for (int k = 0; k < gradient.length; k++) {
            float g = (float) gradient[k] + options.l2() * transitions[k];
            if (g == 0) continue;
            transitionSquares[k] += g * g;
            transitions[k] -= options.rate() * g / (float) Math.sqrt(transitionSquares[k] + EPSILON);
        }
    }

    private void update(int i, int gold) {
        float[] gradient = new float[L];
        boolean any = false;
        for (int label = 0; label < L; label++) {
            float g = (float) (forward[i * L + label] * backward[i * L + label]) - (label == gold ? 1 : 0);
            gradient[label] = Math.abs(g) < 1e-3f ? 0 : g;
            any |= gradient[label] != 0;
        }
        if (!any) return;
        for (int label = 0; label < L; label++) if (gradient[label] != 0) update(i, label, gradient[label]);
    }

    private void update(int i, int label, float gradient) {
        for (int f : kept[i]) {
            int k = f * L + label;
            float g = gradient + options.l2() * weights[k];
            squares[k] += g * g;
            weights[k] -= options.rate() * g / (float) Math.sqrt(squares[k] + EPSILON);
        }
    }

    /** Starts with the transitions of another model. */
    void startFrom(Crf other) {
        System.arraycopy(other.transitions, 0, transitions, 0, transitions.length);
    }

    /** Becomes the mean of {@code count} models, of which {@code other} is the last. */
    void meanWith(Crf other, int count) {
        for (int k = 0; k < weights.length; k++) weights[k] += (other.weights[k] - weights[k]) / count;
        for (int k = 0; k < transitions.length; k++) transitions[k] += (other.transitions[k] - transitions[k]) / count;
    }

    float weight(int row, int label) {
        return weights[row * L + label];
    }

    float transition(int first, int second) {
        return transitions[first * L + second];
    }
}
