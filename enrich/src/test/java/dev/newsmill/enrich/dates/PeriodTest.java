package dev.newsmill.enrich.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

class PeriodTest {
    private static final LocalDate DAY = LocalDate.of(2021, 11, 4);

    @ParameterizedTest
    @CsvFileSource(resources = "periods.csv", delimiter = '|', numLinesToSkip = 1)
    void isTheOneThatTheDayLiesIn(Unit unit, LocalDate day, String value, LocalDate start, LocalDate end) {
        Period period = Period.of(unit, day);
        assertThat(period.value()).isEqualTo(value);
        assertThat(period.start()).isEqualTo(start);
        assertThat(period.end()).isEqualTo(end);
    }

    @ParameterizedTest
    @EnumSource(
            value = Unit.class,
            names = {"DAY", "WEEK", "MONTH", "QUARTER", "HALF", "SEASON", "YEAR", "DECADE", "CENTURY"})
    void endsWhereTheNextOneBegins(Unit unit) {
        Period period = Period.of(unit, DAY);
        assertThat(period.shift(1)).isEqualTo(new Period(unit, period.end()));
        assertThat(Period.of(unit, period.end().minusDays(1))).isEqualTo(period);
        assertThat(Period.of(unit, period.end())).isNotEqualTo(period);
    }

    @ParameterizedTest
    @EnumSource(Unit.class)
    void shiftedThereAndBackIsTheSame(Unit unit) {
        Period period = Period.of(unit, DAY);
        Period there = period.shift(7);
        assertThat(there).isNotNull().isNotEqualTo(period);
        assertThat(there == null ? null : there.shift(-7)).isEqualTo(period);
    }

    @Test
    void hasNoDayThatTheMonthLacks() {
        assertThat(Period.day(2021, 2, 29)).isNull();
        assertThat(Period.day(2020, 2, 29)).isNotNull();
        assertThat(Period.day(2021, 4, 31)).isNull();
    }

    @Test
    void endsWithTheCalendar() {
        assertThat(Period.year(9999).shift(1)).isNull();
        assertThat(Period.year(1).shift(-2)).isNull();
        assertThat(Period.year(2000).shift(Long.MAX_VALUE)).isNull();
        assertThat(Period.century(20).shift(999_999)).isNull();
    }

    @Test
    void countsTheDaysOfAWeekThatSpansTwoYearsToTheYearOfItsThursday() {
        assertThat(Period.of(Unit.WEEK, LocalDate.of(2021, 1, 1)).value()).isEqualTo("2020-W53");
        assertThat(Period.of(Unit.WEEK, LocalDate.of(2019, 12, 30)).value()).isEqualTo("2020-W01");
    }
}
