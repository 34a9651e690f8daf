package dev.newsmill.enrich.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class AnchorTest {
    @ParameterizedTest
    @CsvSource({
        "2021, 2021, , ",
        "2021-11, 2021-11, , ",
        "2021-11-04, 2021-11-04, , ",
        "2021-11-04T10:30, 2021-11-04, 10:30, ",
        "2021-11-04T10:30:15, 2021-11-04, 10:30:15, ",
        "2021-11-04T10:30:15.250, 2021-11-04, 10:30:15.250, ",
        "2021-11-04T10:30Z, 2021-11-04, 10:30, Z",
        "2021-11-04T10:30:00+02:00, 2021-11-04, 10:30, +02:00",
        "2021-11-04T10:30-05:00, 2021-11-04, 10:30, -05:00",
        "2021-11-04T10, 2021-11-04, , ",
    })
    void readsWhatIsKnownOfTheTimeOfPublication(String iso, String day, @Nullable String time, @Nullable String zone) {
        Anchor anchor = Objects.requireNonNull(Anchor.parse(iso));
        assertThat(anchor).hasToString(day);
        assertThat(anchor.time() == null ? null : anchor.time().toString()).isEqualTo(time);
        assertThat(anchor.zone()).isEqualTo(zone);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "yesterday",
                "20",
                "2021-13",
                "2021-02-30",
                "2021-11-04T25:00",
                "2021-11-4",
                "0000-01-01",
                "9999-12-31",
                "99999999999",
                "\ud83d\ud83d\ud83d\ud83d",
                "----",
            })
    void isNoneWhereThatIsNoDate(@Nullable String iso) {
        assertThat(Anchor.parse(iso)).isNull();
    }

    @Test
    void knowsNoMoreThanItSays() {
        Anchor year = Objects.requireNonNull(Anchor.parse("2021"));
        assertThat(year.knows(Unit.YEAR)).isTrue();
        assertThat(year.knows(Unit.DECADE)).isTrue();
        assertThat(year.knows(Unit.MONTH)).isFalse();
        Anchor month = Objects.requireNonNull(Anchor.parse("2021-11"));
        assertThat(month.knows(Unit.QUARTER)).isTrue();
        assertThat(month.knows(Unit.WEEK)).isFalse();
        assertThat(Objects.requireNonNull(Anchor.parse("2021-11-04")).knows(Unit.HOUR))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2021|It fell last year.|last year=2020",
                "2021|It fell last month.|last month=PAST_REF",
                "2021|It fell in March.|March=XXXX-03",
                "2021-11|It fell last month.|last month=2021-10",
                "2021-11|It fell in March.|March=2021-03",
                "2021-11|It fell on Monday.|Monday=XXXX-WXX-1",
                "2021-11|It fell yesterday.|yesterday=PAST_REF",
            })
    void letsADateBeNoFinerThanItself(String published, String text, String values) {
        assertThat(Dates.values("en", text, published)).isEqualTo(values);
    }
}
