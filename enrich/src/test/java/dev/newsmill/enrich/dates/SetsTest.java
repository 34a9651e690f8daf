package dev.newsmill.enrich.dates;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SetsTest {
    @ParameterizedTest
    @CsvSource({
        "u=day, P1D",
        "n=2 u=week, P2W",
        "wd=1, XXXX-WXX-1",
        "wd=7 part=mo, XXXX-WXX-7TMO",
        "wd=1 hh=9 mi=30, XXXX-WXX-1T09:30",
        "m=7, XXXX-07",
        "d=5, XXXX-XX-05",
        "m=12 d=24, XXXX-12-24",
        "season=su, XXXX-SU",
        "q=3, XXXX-Q3",
        "part=ni, XXXX-XX-XXTNI",
        "hh=8 ampm=1, XXXX-XX-XXT20:00",
        "holiday=12-25, XXXX-XX-XX",
    })
    void isWrittenWithAnXForWhatChanges(String fields, String value) {
        assertThat(Sets.value(Rule.fields(fields))).isEqualTo(value);
    }
}
