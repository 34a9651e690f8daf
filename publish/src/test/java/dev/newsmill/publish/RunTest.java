package dev.newsmill.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunTest {
    @ParameterizedTest
    @CsvSource({
        ",              clean=1.0,            20240301-a, clean=1.0",
        "20240301-a,    clean=1.0,            20240302-a, clean=1.0",
        "20240301-a,    clean=9.0,            20240302-a, clean=1.0",
        "20240301-a,    clean=1.0,            20240301-b, clean=1.0",
        ",              clean=1.9,            ,           clean=1.10",
        ",              clean=1.9,            ,           clean=2.0",
        ",              clean=1.0 enrich=1.0, ,           clean=1.0 enrich=1.1",
        ",              clean=1.0 enrich=9.0, ,           clean=1.1 enrich=1.0",
        ",              '',                   ,           clean=1.0",
        ",              clean=1.0,            ,           clean=1.0 enrich=0.1",
    })
    void comesBefore(@Nullable String replay, String versions, @Nullable String laterReplay, String laterVersions) {
        Run earlier = new Run(replay == null ? "" : replay, versions);
        Run later = new Run(laterReplay == null ? "" : laterReplay, laterVersions);
        assertThat(earlier).isLessThan(later);
        assertThat(later).isGreaterThan(earlier);
    }

    @Test
    void versionsThatMeanTheSameAreStillInOneOrder() {
        Run one = new Run("", "clean=1.0");
        Run other = new Run("", "clean=1.00");
        assertThat(one.compareTo(other)).isEqualTo(-other.compareTo(one)).isNotZero();
    }

    @Test
    void versionsAreReadAsTheyWereWritten() {
        Map<String, String> versions = Map.of("clean", "1.2", "enrich", "1.0-b=2");
        assertThat(Run.of(null, versions).versionByStage()).isEqualTo(versions);
    }
}
