package dev.newsmill.publish;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`port strike`          | [[port], [strike]]   | []",
                "`\"port strike\"`      | [[port, strike]]     | []",
                "`-port`                | []                   | [[port]]",
                "`-\"port strike\" ship`| [[ship]]             | [[port, strike]]",
                "`\"port strike`        | [[port, strike]]     | []",
                "`\"a\"-b`              | [[a]]                | [[b]]",
                "`walk-out`             | [[walk, out]]        | []",
                "`--port`               | []                   | [[port]]",
                "`- port`               | [[port]]             | []",
                "`-`                    | []                   | []",
                "`\"\" \"`              | []                   | []",
            })
    void readsWordsPhrasesAndWhatIsRuledOut(String text, String wanted, String unwanted) {
        SearchText parsed = SearchText.parse(text);
        assertThat(parsed.wanted()).hasToString(wanted);
        assertThat(parsed.unwanted()).hasToString(unwanted);
    }
}
