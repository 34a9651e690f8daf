package dev.newsmill.enrich.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenRangeTest {

    @ParameterizedTest
    @CsvSource({
        "m=8, m=10, 2021-09-15, 2021",
        "m=8, m=10, 2021-08-01, 2021",
        "m=8, m=10, 2021-10-31, 2021",
        "m=8, m=10, 2021-11-01,",
        "m=11, m=2, 2021-11-04, 2021",
        "m=11, m=2, 2022-01-04, 2021",
        "m=11, m=2, 2022-03-01,",
        "m=5 d=3, m=5 d=9, 2021-05-09, 2021",
        "m=5 d=3, m=5 d=9, 2021-05-10,",
        "m=12 d=20, m=1 d=6, 2022-01-06, 2021",
    })
    void knowsTheYearInWhichItBeganIfItIsOn(String begin, String end, LocalDate today, @Nullable Integer year) {
        assertThat(new OpenRange(Rule.fields(begin), Rule.fields(end)).yearIfOn(today))
                .isEqualTo(year);
    }

    @ParameterizedTest
    @CsvSource({"m=8 y=2020, m=10", "m=8, m=10 y=2020", "y=2020, m=10", "m=8 rel=-1, m=10", "m=8 nth=1, m=10"})
    void isOpenOnlyWhereNothingTellsTheYear(String begin, String end) {
        LocalDate today = LocalDate.of(2021, 9, 15);
        assertThat(new OpenRange(Rule.fields(begin), Rule.fields(end)).yearIfOn(today))
                .isNull();
    }

    @Test
    void countsTheWholeOfItsLastMonth() {
        OpenRange range = new OpenRange(Rule.fields("m=1"), Rule.fields("m=2"));
        assertThat(range.yearIfOn(LocalDate.of(2020, 2, 29))).isEqualTo(2020);
    }
}
