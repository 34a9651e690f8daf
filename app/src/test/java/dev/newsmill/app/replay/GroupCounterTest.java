package dev.newsmill.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GroupCounterTest {

    @Test
    void givesTheLargestGroupFirstWithItsFirstExamples() {
        GroupCounter counter = new GroupCounter();
        for (int i = 0; i < 5; i++) counter.add("b", "b" + i);
        counter.add("c", "c0");
        counter.add("a", "a0");
        assertThat(counter.groups())
                .containsExactly(
                        new DiffGroup("b", 5, List.of("b0", "b1", "b2")),
                        new DiffGroup("a", 1, List.of("a0")),
                        new DiffGroup("c", 1, List.of("c0")));
    }

    @Test
    void keepsAFewHundredNamesHoweverManyThereAre() {
        GroupCounter counter = new GroupCounter();
        for (int i = 0; i < 100_000; i++) counter.add("host" + i, "x");
        assertThat(counter.groups()).hasSizeLessThan(600);
        assertThat(counter.groups().stream().mapToLong(DiffGroup::count).sum()).isEqualTo(100_000);
    }
}
