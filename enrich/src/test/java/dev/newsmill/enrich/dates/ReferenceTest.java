package dev.newsmill.enrich.dates;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What a text spoke of before, and what later words make of it. */
class ReferenceTest {
    private static final String PUBLISHED = "2021-11-04";

    @ParameterizedTest
    @CsvFileSource(resources = "references.csv", delimiter = '|', numLinesToSkip = 2)
    void givesLaterWordsTheirMeaning(String text, String values) {
        assertThat(Dates.values("en", text, PUBLISHED)).isEqualTo(values);
    }

    @Test
    void forgetsADayThatIsFarAway() {
        Reference reference = new Reference();
        reference.saw(Period.year(2019), 1);
        assertThat(reference.day(2, 60)).isNull();
        Period day = Period.day(java.time.LocalDate.of(2019, 5, 3));
        reference.saw(day, 10);
        assertThat(reference.day(70, 60)).isEqualTo(day);
        assertThat(reference.day(71, 60)).isNull();
        assertThat(reference.last()).isEqualTo(day);
    }

    @Test
    void keepsTheQuarterThatIsReportedApartFromOtherDates() {
        Reference reference = new Reference();
        reference.reports(Period.quarter(2021, 3));
        reference.saw(Period.year(2019), 5);
        assertThat(reference.reported()).isEqualTo(Period.quarter(2021, 3));
        assertThat(reference.last()).isEqualTo(Period.year(2019));
    }
}
