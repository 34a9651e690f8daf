package dev.newsmill.enrich.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LabelsTest {
    static IntStream types() {
        return IntStream.range(0, Labels.CLASSES.size());
    }

    @Test
    void areAllDifferent() {
        Set<Integer> labels = new HashSet<>(Set.of(Labels.OUTSIDE));
        types().forEach(type ->
                labels.addAll(Set.of(Labels.begin(type), Labels.inside(type), Labels.last(type), Labels.unit(type))));
        assertThat(labels).hasSize(Labels.COUNT).allMatch(label -> label >= 0 && label < Labels.COUNT);
    }

    @ParameterizedTest
    @MethodSource("types")
    void knowTheirType(int type) {
        assertThat(new int[] {Labels.begin(type), Labels.inside(type), Labels.last(type), Labels.unit(type)})
                .containsOnly(labelsOf(type));
        assertThat(Labels.type(Labels.OUTSIDE)).isEqualTo(-1);
    }

    private static int[] labelsOf(int type) {
        return IntStream.range(0, Labels.COUNT)
                .filter(label -> Labels.type(label) == type)
                .toArray();
    }

    @ParameterizedTest
    @MethodSource("types")
    void followEachOtherOnlyInsideTheSameName(int type) {
        assertThat(followers(Labels.begin(type))).containsExactlyInAnyOrder(Labels.inside(type), Labels.last(type));
        assertThat(followers(Labels.inside(type))).containsExactlyInAnyOrder(Labels.inside(type), Labels.last(type));
    }

    @ParameterizedTest
    @MethodSource("types")
    void letAnyNameBeginBehindAClosedOne(int type) {
        int[] beginnings = followers(Labels.OUTSIDE);
        assertThat(beginnings).hasSize(1 + 2 * Labels.CLASSES.size()).contains(Labels.begin(type), Labels.unit(type));
        assertThat(followers(Labels.last(type))).isEqualTo(beginnings);
        assertThat(followers(Labels.unit(type))).isEqualTo(beginnings);
    }

    private static int[] followers(int label) {
        return IntStream.range(0, Labels.COUNT)
                .filter(second -> Labels.mayFollow(label, second))
                .toArray();
    }
}
