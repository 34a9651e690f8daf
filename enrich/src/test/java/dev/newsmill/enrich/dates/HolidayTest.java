package dev.newsmill.enrich.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class HolidayTest {

    @ParameterizedTest
    @CsvFileSource(resources = "holidays.csv", delimiter = '|', numLinesToSkip = 1)
    void fallsOnTheDayThatItsRuleSays(String rule, int year, LocalDate day) {
        assertThat(Holiday.date(Holiday.parse(rule), year)).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(ints = {1583, 1700, 1900, 2000, 2100, 2400, 9000})
    void easterIsASundayBetween22MarchAnd25April(int year) {
        LocalDate easter = Holiday.date(Holiday.parse("easter"), year);
        assertThat(easter.getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
        assertThat(easter).isBetween(LocalDate.of(year, 3, 22), LocalDate.of(year, 4, 25));
    }
}
