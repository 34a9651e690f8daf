package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class DateTextTest {
    private final DateText dates = new DateText();

    @ParameterizedTest
    @CsvFileSource(resources = "dates.csv", numLinesToSkip = 1)
    void readsDatesWithThePrecisionThatIsGiven(String text, boolean monthFirst, @Nullable String expected) {
        assertThat(dates.parse(text, monthFirst)).isEqualTo(expected);
    }

    @Test
    void findsNothingInNothing() {
        assertThat(dates.parse(null, false)).isNull();
        assertThat(dates.parse("", false)).isNull();
    }

    @Test
    void looksOnlyAtTheStartOfALongText() {
        assertThat(dates.parse("x".repeat(300) + " 2021-11-04", false)).isNull();
    }
}
