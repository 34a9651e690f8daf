package dev.newsmill.enrich.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViterbiTest {
    private static final int L = Labels.COUNT;

    @Test
    void takesTheBestLabelOfEachTokenWhereTheyFitTogether() {
        int[] scores = scores(Labels.OUTSIDE, Labels.begin(0), Labels.last(0), Labels.unit(2));
        assertThat(decode(new int[L * L], scores))
                .containsExactly(Labels.OUTSIDE, Labels.begin(0), Labels.last(0), Labels.unit(2));
    }

    @Test
    void letsNoNameStayOpenAtTheEnd() {
        byte[] labels = decode(new int[L * L], scores(Labels.begin(1), Labels.inside(1)));
        assertThat(Labels.ends(labels[1]) || labels[1] == Labels.OUTSIDE).isTrue();
    }

    @Test
    void followsTheTransitionsWhereTheScoresAreLevel() {
        int[] transitions = new int[L * L];
        transitions[Labels.unit(3) * L + Labels.unit(4)] = 50;
        assertThat(decode(transitions, new int[2 * L])).containsExactly(Labels.unit(3), Labels.unit(4));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void findsTheBestOfAllRowsThatMakeWholeNames(long seed) {
        Random random = new Random(seed);
        int[] transitions = random.ints((long) L * L, -40, 40).toArray();
        int[] scores = random.ints(3L * L, -60, 60).toArray();
        byte[] labels = decode(transitions, scores);
        assertThat(isWhole(labels[0], labels[1], labels[2])).isTrue();
        assertThat(score(transitions, scores, labels[0], labels[1], labels[2])).isEqualTo(most(transitions, scores));
    }

    @Test
    void leavesTheTokensOutsideTheSentenceAlone() {
        byte[] labels = {9, 9, 9};
        new Viterbi(weights(new int[L * L])).decode(scores(0, Labels.unit(0), 0), 1, 2, labels);
        assertThat(labels).containsExactly(9, Labels.unit(0), 9);
        new Viterbi(weights(new int[L * L])).decode(new int[0], 0, 0, labels);
        assertThat(labels).containsExactly(9, Labels.unit(0), 9);
    }

    private static int most(int[] transitions, int[] scores) {
        int most = Integer.MIN_VALUE;
        for (int a = 0; a < L; a++) {
            for (int b = 0; b < L; b++) {
                for (int c = 0; c < L; c++) {
                    if (isWhole(a, b, c)) most = Math.max(most, score(transitions, scores, a, b, c));
                }
            }
        }
        return most;
    }

    private static boolean isWhole(int a, int b, int c) {
        boolean begins = Labels.mayFollow(Labels.OUTSIDE, a);
        return begins && Labels.mayFollow(a, b) && Labels.mayFollow(b, c) && Labels.closes(c);
    }

    private static int score(int[] transitions, int[] scores, int a, int b, int c) {
        return scores[a] + scores[L + b] + scores[2 * L + c] + transitions[a * L + b] + transitions[b * L + c];
    }

    private static int[] scores(int... best) {
        int[] scores = new int[best.length * L];
        for (int i = 0; i < best.length; i++) scores[i * L + best[i]] = 100;
        return scores;
    }

    private static byte[] decode(int[] transitions, int[] scores) {
        byte[] labels = new byte[scores.length / L];
        new Viterbi(weights(transitions)).decode(scores, 0, labels.length, labels);
        return labels;
    }

    private static Weights weights(int[] transitions) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            Weights.write(new TreeMap<>(), transitions, new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Weights.read(ByteBuffer.wrap(bytes.toByteArray()));
    }
}
