package dev.newsmill.app.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeRangeTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-10T12:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({
        "2026-03-01,                  2026-03-01T00:00:00Z, ",
        "2026-03-01:,                 2026-03-01T00:00:00Z, ",
        "@2026-03-01,                 2026-03-01T00:00:00Z, ",
        "2026-03-01:2026-03-02,       2026-03-01T00:00:00Z, 2026-03-02T00:00:00Z",
        "2026-03-01:1h,               2026-03-01T00:00:00Z, 2026-03-01T01:00:00Z",
        "2026-03-01:1d,               2026-03-01T00:00:00Z, 2026-03-02T00:00:00Z",
        "-48h:-24h,                   2026-03-08T12:00:00Z, 2026-03-09T12:00:00Z",
        "-1h:end,                     2026-03-10T11:00:00Z, ",
        "-1h,                         2026-03-10T11:00:00Z, ",
        "-1h30m:-30m,                 2026-03-10T10:30:00Z, 2026-03-10T11:30:00Z",
        "-7d:end,                     2026-03-03T12:00:00Z, ",
        "-1w:-6d,                     2026-03-03T12:00:00Z, 2026-03-04T12:00:00Z",
        "-1.5h,                       2026-03-10T10:30:00Z, ",
        "-1m3ms,                      2026-03-10T11:58:59.997Z, ",
        ":-1h,                        , 2026-03-10T11:00:00Z",
        ":end,                        , ",
        "2026-03-01T08:00:00Z:2026-03-01T09:30:00.250Z, 2026-03-01T08:00:00Z, 2026-03-01T09:30:00.250Z",
        "1772323200:1h,               2026-03-01T00:00:00Z, 2026-03-01T01:00:00Z",
        "1772323200000:1772323260000, 2026-03-01T00:00:00Z, 2026-03-01T00:01:00Z",
    })
    void readsTheGrammarOfRpk(String text, @Nullable Instant from, @Nullable Instant until) {
        assertThat(TimeRange.parse(text, NOON)).isEqualTo(new TimeRange(from, until));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "end",
                "yesterday",
                "2026-03",
                "2026-13-01",
                "2026-03-01:2026-02-01",
                "-1h:-2h",
                "-1h:end:",
                "-1h:2026-03-10Z",
                "-1x",
                "1h2",
                "2026-03-01T99:00:00Z",
                "99999999999999999999",
            })
    void refusesWhatIsNoRange(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> TimeRange.parse(text, NOON));
    }

    @Test
    void holdsItsBeginningAndNotItsEnd() {
        TimeRange range = TimeRange.parse("1772323200000:1772323260000", NOON);
        assertThat(range.contains(1772323200000L)).isTrue();
        assertThat(range.contains(1772323199999L)).isFalse();
        assertThat(range.contains(1772323260000L)).isFalse();
    }
}
