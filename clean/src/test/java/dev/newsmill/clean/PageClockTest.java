package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class PageClockTest {
    @ParameterizedTest
    @CsvFileSource(resources = "page-clock.csv", numLinesToSkip = 1)
    void takesTheZoneFromTheSameMinuteByThePagesOwnClock(String date, String seen, String expected) {
        assertThat(PageClock.of(date, List.of(new Found("time", null, seen)))).isEqualTo(expected);
    }

    @Test
    void leavesTheInstantInUtcWhereThePageSaysNothingElse() {
        assertThat(PageClock.of("2023-12-23T01:48:19Z", List.of())).isEqualTo("2023-12-23T01:48:19Z");
    }

    @Test
    void believesTheFirstThatFits() {
        List<Found> seen = List.of(
                new Found("time", null, "2023-12-22T11:11:11"),
                new Found("time", null, "2023-12-22T20:48:19"),
                new Found("line", null, "2023-12-23T02:48"));
        assertThat(PageClock.of("2023-12-23T01:48:19Z", seen)).isEqualTo("2023-12-22T20:48:19-05:00");
    }
}
