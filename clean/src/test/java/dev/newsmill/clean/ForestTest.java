package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ForestTest {
    @Test
    void followsSplitsToTheirLeaves() {
        Forest forest = Forest.of(List.of("=1.5", "0<2.5 1<0 =10 =20 =30"));
        assertThat(forest.score(new float[] {2, 0})).isEqualTo(11.5f);
        assertThat(forest.score(new float[] {2, 1})).isEqualTo(21.5f);
        assertThat(forest.score(new float[] {3, 0})).isEqualTo(31.5f);
    }

    @Test
    void learnsWhatParts() {
        float[][] rows = new float[4000][];
        float[] labels = new float[rows.length];
        float[] weights = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new float[] {i % 17, i % 5};
            labels[i] = i % 17 > 8 ? 1 : 0;
            weights[i] = 1;
        }
        Forest forest = Forest.of(new ForestTrainer(30, 3, 1).train(rows, labels, weights));
        assertThat(Forest.probability(forest.score(new float[] {12, 3}))).isGreaterThan(0.8f);
        assertThat(Forest.probability(forest.score(new float[] {4, 3}))).isLessThan(0.2f);
    }

    @Test
    void isTheSameEachTimeItIsTrained() {
        float[][] rows = {{1, 2}, {2, 1}, {3, 5}, {4, 1}};
        float[] labels = {0, 0, 1, 1};
        float[] weights = {60, 60, 60, 60};
        assertThat(new ForestTrainer(5, 2, 1).train(rows, labels, weights))
                .isEqualTo(new ForestTrainer(5, 2, 1).train(rows, labels, weights));
    }
}
