package dev.newsmill.bench.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BoostingTest {
    private static final Boosting.Size SIZE = new Boosting.Size(40, 3, 0.2f);

    @Test
    void learnsWhatParts() {
        Trees trees = Boosting.train(SIZE, 1, rows());
        assertThat(trees.probability(new float[] {12, 3, 0})).isGreaterThan(0.8f);
        assertThat(trees.probability(new float[] {4, 3, 0})).isLessThan(0.2f);
    }

    @Test
    void isTheSameEachTimeItIsTrained() {
        assertThat(Boosting.train(SIZE, 1, rows()).lines())
                .isEqualTo(Boosting.train(SIZE, 1, rows()).lines());
    }

    @Test
    void asksNothingOfNumbersThatNeverChange() {
        List<Trees.Tree> trees = Boosting.train(SIZE, 1, rows()).trees();
        assertThat(trees).allSatisfy(tree -> assertThat(tree.questions()).noneMatch(asked -> asked.feature() == 2));
    }

    @Test
    void writesQuestionsAndValuesOfATreeAsALine() {
        Trees.Tree tree = new Trees.Tree(List.of(new Trees.Question(3, 2.5f)), new float[] {-0.5f, 0.25f});
        assertThat(tree).hasToString("3<=2.5 : -0.500 0.250");
        assertThat(tree.score(new float[] {0, 0, 0, 2.5f})).isEqualTo(-0.5f);
        assertThat(tree.score(new float[] {0, 0, 0, 3})).isEqualTo(0.25f);
    }

    private static Boosting.Rows rows() {
        float[][] numbers = new float[4000][];
        float[] labels = new float[numbers.length];
        float[] weights = new float[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = new float[] {i % 17, i % 5, 1};
            labels[i] = i % 17 > 8 ? 1 : 0;
            weights[i] = 1;
        }
        return new Boosting.Rows(numbers, labels, weights);
    }
}
