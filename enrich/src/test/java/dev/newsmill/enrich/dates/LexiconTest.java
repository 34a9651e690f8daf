package dev.newsmill.enrich.dates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconTest {
    private static final Lexicon LEXICON = Lexicon.read("grammars/words.txt");

    /** What the words at the beginning of a text may be: class, first token behind it, meaning. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "june                | MONTH 1 M=6",
                "JUNE                | MONTH 1 M=6",
                "jun                 | MONTH 1 M=6",
                "jun.                | MONTH 1 M=6; MONTH 2 M=6",
                "May                 | MONTH 1 M=5",
                "may                 | ",
                "MAY                 | MONTH 1 M=5",
                "feast               | EVENT 1",
                "the feast of goats  | EVENT 4 M=6 D=3",
                "The Feast of Goats! | EVENT 4 M=6 D=3",
                "the feast of        | ",
                "junes               | ",
                "x june              | "
            })
    void findsTheEntriesThatStartThere(String text, @Nullable String found) {
        assertThat(found(text)).isEqualTo(found == null ? "" : found);
    }

    @Test
    void findsNoEntryOverABlankLine() {
        assertThat(found("the feast\n\nof goats")).isEmpty();
        assertThat(found("the feast\nof goats")).isNotEmpty();
    }

    @Test
    void knowsASingleWordOfAClass() {
        Token june = Tokenizer.tokens("June").get(0);
        assertThat(LEXICON.word("MONTH", june)).hasToString("M=6");
        assertThat(LEXICON.word("EVENT", june)).isNull();
        assertThat(LEXICON.word("MONTH", Tokenizer.tokens("goat").get(0))).isNull();
    }

    @Test
    void knowsWhatAnEntryMayStartWith() {
        assertThat(LEXICON.starts("the")).isTrue();
        assertThat(LEXICON.starts("goats")).isFalse();
    }

    @Test
    void refusesFilesThatAreNotThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lexicon.read("grammars/nothing.txt"))
                .withMessageContaining("grammars/nothing.txt");
        assertThat(Lines.exists("grammars/words.txt")).isTrue();
        assertThat(Lines.exists("grammars/nothing.txt")).isFalse();
    }

    private static String found(String text) {
        List<String> found = new ArrayList<>();
        LEXICON.find(
                Tokenizer.tokens(text),
                0,
                atom -> found.add((atom.type() + " " + atom.end() + " " + atom.meaning()).strip()));
        return String.join("; ", found);
    }
}
