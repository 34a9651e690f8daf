package dev.newsmill.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newsmill.app.console.CommandException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTest {
    private static final Clock CLOCK = Clock.fixed(Receipts.NOON, ZoneId.of("Europe/Berlin"));

    @ParameterizedTest
    @CsvSource({
        "90s, 2024-03-01T11:58:30Z",
        "10m, 2024-03-01T11:50:00Z",
        "36h, 2024-02-29T00:00:00Z",
        "7d, 2024-02-23T12:00:00Z",
        "-7d, 2024-02-23T12:00:00Z",
        "1w, 2024-02-23T12:00:00Z",
        "2021-11-04, 2021-11-03T23:00:00Z",
        "2021-11-04T09:30, 2021-11-04T08:30:00Z",
        "2021-11-04T09:30:15Z, 2021-11-04T09:30:15Z",
        "2021-11-04T09:30:15+05:30, 2021-11-04T04:00:15Z",
    })
    void readsAgesDatesAndTimes(String text, Instant expected) {
        assertThat(Moment.parse("--since", text, CLOCK)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "10", "m", "2021-13-04", "2021-11-04T", "99999999999d", "10m5s"})
    void saysWhatToWriteForAnythingElse(String text) {
        assertThatThrownBy(() -> Moment.parse("--since", text, CLOCK))
                .isInstanceOfSatisfying(
                        CommandException.class, e -> assertThat(e.fix()).contains("10m"))
                .hasMessageContaining("--since");
    }
}
