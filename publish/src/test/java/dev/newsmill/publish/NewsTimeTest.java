package dev.newsmill.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewsTimeTest {
    private static final Instant FETCHED = Instant.parse("2030-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2021-11-04T10:30:00+02:00,    2021-11-04T08:30:00Z",
        "2021-11-04T10:30:00.250Z,     2021-11-04T10:30:00.250Z",
        "2021-11-04T10:30Z,            2021-11-04T10:30:00Z",
        "2021-11-04T10:30,             2021-11-04T10:30:00Z",
        "2021-11-04,                   2021-11-04T00:00:00Z",
        "2021-11,                      2021-11-01T00:00:00Z",
        "2021,                         2021-01-01T00:00:00Z",
        "2021-02-31,                   2030-01-01T00:00:00Z",
        "yesterday,                    2030-01-01T00:00:00Z",
        "'',                           2030-01-01T00:00:00Z",
        ",                             2030-01-01T00:00:00Z",
    })
    void isTheBeginOfTheDateOrTheTimeOfTheFetch(@Nullable String date, Instant expected) {
        assertThat(NewsTime.millis(date, FETCHED.toEpochMilli())).isEqualTo(expected.toEpochMilli());
    }
}
