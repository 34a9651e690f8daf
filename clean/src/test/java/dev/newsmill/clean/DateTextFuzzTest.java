package dev.newsmill.clean;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;

/** What is read as a date is one that the calendar has, also by the page's clock. */
class DateTextFuzzTest {
    private static final DateText DATES = new DateText();

    @FuzzTest(maxDuration = "60m")
    void readsOnlyDatesThatThereAre(FuzzedDataProvider data) {
        boolean monthFirst = data.consumeBoolean();
        String seen = data.consumeString(60);
        String date = DATES.parse(data.consumeRemainingAsString(), monthFirst);
        if (date == null) return;
        check(date);
        check(PageClock.of(date, List.of(new Found("line", null, seen))));
        String other = DATES.parse(seen, monthFirst);
        if (other != null) check(PageClock.of(date, List.of(new Found("line", null, other))));
    }

    private static void check(String date) {
        if (date.indexOf('T') < 0) LocalDate.parse(date);
        else if (date.endsWith("Z") || date.matches(".*[+-]\\d\\d:\\d\\d")) OffsetDateTime.parse(date);
        else LocalDateTime.parse(date);
    }
}
