package dev.newsmill.enrich.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClockTest {
    private static final LocalDate DAY = LocalDate.of(2021, 11, 4);

    @ParameterizedTest
    @CsvSource({
        "hh=7, 07:00",
        "hh=7 mi=5, 07:05",
        "hh=7 mi=5 ss=9, 07:05:09",
        "hh=7 ampm=0, 07:00",
        "hh=7 ampm=1, 19:00",
        "hh=12 ampm=0, 00:00",
        "hh=12 ampm=1, 12:00",
        "hh=12 part=ni, 00:00",
        "hh=4 part=mo, 04:00",
        "hh=4 part=af, 16:00",
        "hh=8 part=ev, 20:00",
        "hh=9 part=ni, 21:00",
        "hh=3 part=ni, 03:00",
        "hh=8 mi=-15, 07:45",
        "hh=8 mi=-30, 07:30",
        "hh=10 zone=0, 10:00Z",
        "part=mo, MO",
        "part=dt, DT",
    })
    void writesTheTimeOfDay(String fields, String value) {
        assertThat(Clock.value(Rule.fields(fields))).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "part=mo, 2021-11-04T06:00, 2021-11-04T12:00",
        "part=mi, 2021-11-04T12:00, 2021-11-04T13:00",
        "part=af, 2021-11-04T12:00, 2021-11-04T18:00",
        "part=ev, 2021-11-04T18:00, 2021-11-05T00:00",
        "part=ni, 2021-11-04T21:00, 2021-11-05T06:00",
        "part=dt, 2021-11-04T08:00, 2021-11-04T18:00",
        "hh=24 mi=0, 2021-11-05T00:00, 2021-11-05T00:01",
        "hh=7 mi=30, 2021-11-04T07:30, 2021-11-04T07:31",
        "hh=7 mi=30 ss=5, 2021-11-04T07:30:05, 2021-11-04T07:30:06",
    })
    void coversThatStretchOfTheDay(String fields, LocalDateTime from, LocalDateTime to) {
        Meaning meaning = Rule.fields(fields);
        assertThat(Clock.from(meaning, DAY)).isEqualTo(from);
        assertThat(Clock.to(meaning, from)).isEqualTo(to);
    }

    @ParameterizedTest
    @CsvSource({"zone=0, Z", "zone=60, +01:00", "zone=-300, -05:00", "zone=330, +05:30", "zone=-210, -03:30"})
    void writesTheZoneAsAnOffset(String fields, String zone) {
        assertThat(Clock.zone(Rule.fields(fields))).isEqualTo(zone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hh=25", "hh=24 mi=1", "hh=0 mi=-5"})
    void knowsWhatNoClockShows(String fields) {
        assertThat(Clock.isValid(Rule.fields(fields))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hh=0", "hh=24", "hh=23 mi=59", "hh=1 mi=-5", "part=mo"})
    void knowsWhatAClockShows(String fields) {
        assertThat(Clock.isValid(Rule.fields(fields))).isTrue();
    }
}
