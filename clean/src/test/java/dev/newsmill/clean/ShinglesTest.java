package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShinglesTest {
    @Test
    void countsRunsOfFourWords() {
        Shingles five = new Shingles("the ferry crossed the lake");
        assertThat(five.within(new Shingles("The ferry crossed: the ferry crossed the lake.")))
                .isEqualTo(1);
        assertThat(five.within(new Shingles("ferry crossed the lake"))).isEqualTo(0.5);
    }

    @Test
    void takesFewerWordsForOneRun() {
        assertThat(new Shingles("the ferry").within(new Shingles("the ferry"))).isEqualTo(1);
        assertThat(new Shingles("the ferry").within(new Shingles("the ferry crossed")))
                .isZero();
    }

    @Test
    void countsARunAsOftenAsTheOtherTextHasIt() {
        Shingles twice = new Shingles("a b c d a b c d");
        assertThat(twice.within(new Shingles("a b c d"))).isEqualTo(1 / 5.0);
    }

    @Test
    void nothingIsInEverything() {
        assertThat(new Shingles("").isEmpty()).isTrue();
        assertThat(new Shingles("").within(new Shingles("a"))).isEqualTo(1);
    }
}
