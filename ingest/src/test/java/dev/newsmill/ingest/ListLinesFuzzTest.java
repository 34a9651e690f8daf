package dev.newsmill.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;

class ListLinesFuzzTest {

    @FuzzTest(maxDuration = "30s")
    void everyLineSaysSomethingAndIsBounded(byte[] list) throws IOException {
        ListLines lines = new ListLines(new ByteArrayInputStream(list));
        int last = 0;
        for (ListLines.Line line = lines.next(); line != null; line = lines.next()) {
            assertThat(line.text()).isNotBlank().doesNotStartWith("#").doesNotContain("\n");
            assertThat(line.text().length()).isLessThanOrEqualTo(ListLines.MAX_LINE + 1);
            assertThat(line.number()).isGreaterThan(last);
            assertThat(ListLine.of(line.text(), null).input()).isNotNull();
            last = line.number();
        }
    }
}
