package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForestTest {
    @ParameterizedTest
    @CsvSource({"2, 0, 11.5", "2, 1, 21.5", "3, 0, 31.5", "3, 1, 41.5"})
    void addsTheValueOfEachTreesAnswers(float first, float second, float score) {
        Forest forest = Forest.of(List.of(": 1.5", "0<=2.5 1<=0 : 10 20 30 40"));
        assertThat(score(forest, first, second)).isEqualTo(score);
    }

    @Test
    void takesTheThresholdItselfForBelow() {
        Forest forest = Forest.of(List.of("0<=2.5 : 1 2"));
        assertThat(score(forest, 2.5f)).isEqualTo(1);
        assertThat(score(forest, Math.nextUp(2.5f))).isEqualTo(2);
    }

    @Test
    void asksTreesOfAnyDepth() {
        Forest forest = Forest.of(List.of("0<=1 : 1 2", ": 10", "0<=0 0<=1 0<=2 : 0 0 0 100 200 300 400 500"));
        assertThat(score(forest, 0)).isEqualTo(11);
        assertThat(score(forest, 9)).isEqualTo(512);
    }

    @Test
    void saysLogOddsAsProbabilities() {
        assertThat(Forest.probability(0)).isEqualTo(0.5f);
        assertThat(Forest.probability(30)).isGreaterThan(0.999f);
        assertThat(Forest.probability(-30)).isLessThan(0.001f);
    }

    @Test
    void theShippedJudgeAsksOnlyForNumbersThatThereAre() {
        assertThat(score(Forest.load("lines-first.txt"), new float[Features.COUNT]))
                .isFinite();
        assertThat(score(Forest.load("lines-second.txt"), new float[Judge.Opinions.COUNT]))
                .isFinite();
    }

    @Test
    void scoresManyRowsAsItScoresEach() {
        Forest forest = Forest.of(List.of("0<=-60 1<=60 0<=-0.25 : 1 2 3 4 5 6 7 8", "1<=-1 : 10 20"));
        List<float[]> rows = new ArrayList<>();
        for (float a : new float[] {-1e30f, -60, -0.25f, -0.0f, 0, 60, 1e30f, Float.POSITIVE_INFINITY})
            for (float b : new float[] {-1e30f, -1, 0, 60, 60.000004f, 1e30f}) rows.add(new float[] {a, b});
        float[] scores = forest.scores(rows);
        for (int i = 0; i < scores.length; i++) assertThat(scores[i]).isEqualTo(byHand(rows.get(i)));
    }

    private static float byHand(float[] row) {
        int answers = (row[0] > -60 ? 4 : 0) + (row[1] > 60 ? 2 : 0) + (row[0] > -0.25 ? 1 : 0);
        return 1 + answers + (row[1] > -1 ? 20 : 10);
    }

    private static float score(Forest forest, float... row) {
        return forest.scores(List.of(row))[0];
    }
}
