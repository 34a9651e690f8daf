package dev.newsmill.enrich.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class CalendarTest {
    private static final Direction FORTH = (unit, behind, ahead) -> true;
    private static final Anchor PUBLISHED = Anchor.of(LocalDate.of(2021, 11, 4));

    /** What a phrase says of a time, and the period that it means where the text looks back, and where it looks ahead. */
    @ParameterizedTest
    @CsvFileSource(resources = "calendar.csv", delimiter = '|', numLinesToSkip = 2)
    void fillsInWhatAPhraseLeavesOut(String fields, @Nullable String back, @Nullable String forth) {
        assertThat(value(fields, Direction.BACK)).isEqualTo(back);
        assertThat(value(fields, FORTH)).isEqualTo(forth);
    }

    @Test
    void needsNoAnchorForAFullDate() {
        Calendar calendar = new Calendar(PUBLISHED, Direction.BACK);
        calendar.find(Rule.fields("y=2019 m=3 d=5"));
        assertThat(calendar.isAnchored()).isFalse();
        calendar.find(Rule.fields("m=3 d=5"));
        assertThat(calendar.isAnchored()).isTrue();
    }

    @Test
    void findsNothingRelativeWithoutAnAnchor() {
        Calendar calendar = new Calendar(null, Direction.BACK);
        for (String fields : new String[] {"drel=-1", "wd=3", "m=3", "m=3 d=5", "q=2", "season=su", "holiday=12-25"}) {
            assertThat(calendar.find(Rule.fields(fields))).as(fields).isNull();
        }
    }

    private static @Nullable String value(String fields, Direction direction) {
        Period period = new Calendar(PUBLISHED, direction).find(Rule.fields(fields));
        return period == null ? null : period.value();
    }
}
