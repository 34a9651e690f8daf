package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForestTest {
    @ParameterizedTest
    @CsvSource({"2, 0, 11.5", "2, 1, 21.5", "3, 0, 31.5", "3, 1, 41.5"})
    void addsTheValueOfEachTreesAnswers(float first, float second, float score) {
        Forest forest = Forest.of(List.of(": 1.5", "0<=2.5 1<=0 : 10 20 30 40"));
        assertThat(forest.score(new float[] {first, second})).isEqualTo(score);
    }

    @Test
    void takesTheThresholdItselfForBelow() {
        Forest forest = Forest.of(List.of("0<=2.5 : 1 2"));
        assertThat(forest.score(new float[] {2.5f})).isEqualTo(1);
        assertThat(forest.score(new float[] {Math.nextUp(2.5f)})).isEqualTo(2);
    }

    @Test
    void asksTreesOfAnyDepth() {
        Forest forest = Forest.of(List.of("0<=1 : 1 2", ": 10", "0<=0 0<=1 0<=2 : 0 0 0 100 200 300 400 500"));
        assertThat(forest.score(new float[] {0})).isEqualTo(11);
        assertThat(forest.score(new float[] {9})).isEqualTo(512);
    }

    @Test
    void saysLogOddsAsProbabilities() {
        assertThat(Forest.probability(0)).isEqualTo(0.5f);
        assertThat(Forest.probability(30)).isGreaterThan(0.999f);
        assertThat(Forest.probability(-30)).isLessThan(0.001f);
    }

    @Test
    void theShippedJudgeAsksOnlyForNumbersThatThereAre() {
        assertThat(Forest.load("lines-first.txt").score(new float[Features.COUNT]))
                .isFinite();
        assertThat(Forest.load("lines-second.txt").score(new float[Judge.Opinions.COUNT]))
                .isFinite();
    }
}
