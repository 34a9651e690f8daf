package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.message.Credit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class DatelineTest {
    private final PersonNames names = new PersonNames(PhraseBook.load());

    @ParameterizedTest
    @CsvFileSource(resources = "datelines.csv", numLinesToSkip = 1, delimiter = '|', quoteCharacter = '\0')
    void readsThePlaceDayAndAgencyThatOpenAReport(String paragraph, @Nullable String text, @Nullable String agencies) {
        Dateline dateline = Dateline.read(paragraph, names);
        assertThat(dateline == null ? null : dateline.text()).isEqualTo(text);
        List<String> expected = agencies == null ? List.of() : List.of(agencies.split(";"));
        assertThat(
                        dateline == null
                                ? List.of()
                                : dateline.agencies().stream().map(Credit::name).toList())
                .isEqualTo(expected);
    }

    @Test
    void looksOnlyAtTheOpening() {
        assertThat(Dateline.read("x".repeat(100) + " PARIS (AFP) - The ferry", names))
                .isNull();
    }
}
