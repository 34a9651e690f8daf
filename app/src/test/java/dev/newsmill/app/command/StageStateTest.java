package dev.newsmill.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageStateTest {
    @ParameterizedTest(name = "{0} instances, first record waits {1} s, last receipt {2} s ago: {3}")
    @CsvSource({
        "1,,, ok",
        "1,, 3000, ok",
        "2, 9, 100, ok",
        "1, 10, 1, behind",
        "1, 500, 29, behind",
        "1, 29,, behind",
        "1, 30, 30, stalled",
        "1, 500,, stalled",
        "0,,, stopped",
        "0, 500, 1, stopped",
    })
    void decides(int members, @Nullable Long waited, @Nullable Long idle, StageState expected) {
        assertThat(StageState.of(members, seconds(waited), seconds(idle))).isEqualTo(expected);
    }

    private static @Nullable Duration seconds(@Nullable Long seconds) {
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }
}
