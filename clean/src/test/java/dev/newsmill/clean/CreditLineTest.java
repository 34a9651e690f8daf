package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.message.Credit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreditLineTest {
    private final PersonNames names = new PersonNames(PhraseBook.load());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ab/cd (AFP, Reuters)|desk ab/cd, agency AFP, agency Reuters",
                "ab (dpa)|desk ab, agency dpa",
                "(AP, dpa)|agency AP, agency dpa",
                "Reuters|agency Reuters",
                "ab/cd|desk ab/cd",
                "He went home (on foot)|",
                "The ferry came back.|"
            })
    void readsTheLineThatClosesAReport(String line, @Nullable String expected) {
        String credits =
                CreditLine.read(line, names).stream().map(CreditLineTest::text).collect(Collectors.joining(", "));
        assertThat(credits).isEqualTo(expected == null ? "" : expected);
    }

    private static String text(Credit credit) {
        return credit.role() + " " + credit.name();
    }
}
