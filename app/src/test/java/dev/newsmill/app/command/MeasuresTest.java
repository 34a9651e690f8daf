package dev.newsmill.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasuresTest {
    @ParameterizedTest
    @CsvSource({"0,0 B", "999,999 B", "18240,18.2 kB", "2500000,2.5 MB", "3000000000,3.0 GB"})
    void bytesHaveUnits(long bytes, String text) {
        assertThat(Measures.bytes(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.25,0.3 ms", "41.2,41 ms", "9999,9999 ms", "12000,12 s", "200000,3 min"})
    void timesHaveUnits(double millis, String text) {
        assertThat(Measures.millis(millis)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.5,0.5 s", "45,45 s", "600,10 min", "9000,3 h", "900000,10 d"})
    void longTimesHaveLargerUnits(double seconds, String text) {
        assertThat(Measures.seconds(seconds)).isEqualTo(text);
    }

    @Test
    void whatIsUnknownIsADash() {
        assertThat(Measures.millis(null)).isEqualTo("–");
    }

    @Test
    void nounsHaveTheirPlural() {
        assertThat(Measures.count(1, "page")).isEqualTo("1 page");
        assertThat(Measures.count(1204, "page")).isEqualTo("1,204 pages");
    }
}
