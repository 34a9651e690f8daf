package dev.newsmill.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ListLinesTest {

    @Test
    void numbersLinesAsAnEditorDoes() throws IOException {
        assertThat(first("# one\r\n\r\nthree")).isEqualTo(new ListLines.Line(3, "three", false));
    }

    @Test
    void doesNotCutALineOfTheLargestLength() throws IOException {
        String longest = "x".repeat(ListLines.MAX_LINE);
        assertThat(first(longest + "\n")).isEqualTo(new ListLines.Line(1, longest, false));
    }

    @Test
    void cutsALineThatIsLongerByBlanksInBetween() throws IOException {
        String head = "x".repeat(ListLines.MAX_LINE);
        assertThat(first(head + " y")).isEqualTo(new ListLines.Line(1, head, true));
    }

    @Test
    void endsAtTheEnd() throws IOException {
        assertThat(first("\n # comment \n\t\n")).isNull();
    }

    private static ListLines.@Nullable Line first(String list) throws IOException {
        return new ListLines(new ByteArrayInputStream(list.getBytes(UTF_8))).next();
    }
}
