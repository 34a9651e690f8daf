package dev.newsmill.enrich.dates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A small grammar, read and fitted to small texts. */
class GrammarTest {
    private static final Grammar GRAMMAR = Grammar.read("grammars/rules.txt");

    @Test
    void hasTheNamesOfItsRulesInOrder() {
        assertThat(GRAMMAR.names()).containsExactly("day", "length", "late", "timex");
    }

    @ParameterizedTest
    @CsvSource({
        "upside-down, not above: <second> in <second>",
        "in-itself, not above: <first> in <first> may",
        "of-nothing, rule may be empty: [may]"
    })
    void refusesRulesThatMightNeverEnd(String file, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Grammar.read("grammars/" + file + ".txt"))
                .withMessage(message);
    }

    @Test
    void refusesNamesAndFilesThatItDoesNotHave() {
        assertThatIllegalArgumentException().isThrownBy(() -> GRAMMAR.root("night"));
        assertThatIllegalArgumentException().isThrownBy(() -> matcher("may").best("night", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Grammar.read("grammars/none.txt"));
    }

    /** The rule that fits best at the beginning, as its end and what the expressions in it mean. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "may 3               | 2 | M=5 D=3",
                "3 may               | 2 | M=5 D=3",
                "MAY 3               | 2 | M=5 D=3",
                "tomorrow            | 1 | DREL=1",
                "tomorrow night      | 2 | DREL=1 PART=4",
                "3 may night         | 3 | M=5 D=3 PART=4",
                "from 3 to 9 may     | 5 | M=5 D=3; M=5 D=9",
                "3/5                 | 3 | M=5 D=3",
                "3 / 5               |   | ",
                "may                 |   | ",
                "may 45              |   | ",
                "june 3              |   | "
            })
    void fitsTheLongestRule(String text, @Nullable Integer end, @Nullable String meanings) {
        Match match = matcher(text).best("timex", 0);
        assertThat(match == null ? null : match.end()).isEqualTo(end);
        assertThat(match == null ? null : told(match)).isEqualTo(meanings);
    }

    @Test
    void marksOffTheExpressionsWithinARule() {
        Match match = matcher("from 3 to 9 may").best("timex", 0);
        assertThat(match).isNotNull();
        List<Match.Part> parts = match == null ? List.of() : match.parts();
        assertThat(parts).extracting(Match.Part::begin).containsExactly(1, 3);
        assertThat(parts).extracting(Match.Part::end).containsExactly(2, 5);
        assertThat(parts).extracting(Match.Part::follows).containsExactly(false, true);
    }

    @Test
    void fitsNoRuleOverABlankLine() {
        assertThat(matcher("may\n\n3").best("timex", 0)).isNull();
        assertThat(matcher("may\n3").best("timex", 0)).isNotNull();
    }

    @Test
    void fitsAtAnyTokenAndToldTwiceSaysTheSame() {
        Matcher matcher = matcher("he left on may 3");
        assertThat(matcher.best("timex", 0)).isNull();
        Match match = matcher.best("timex", 3);
        matcher.forget();
        assertThat(matcher.best("timex", 3)).isNotNull().extracting(Match::end).isEqualTo(5);
        assertThat(match).isNotNull().extracting(Match::end).isEqualTo(5);
        assertThat(matcher.best("timex", 5)).isNull();
    }

    @Test
    void knowsWithWhatARuleMayStart() {
        Language english = Language.read("en");
        List<Token> tokens = Tokenizer.tokens("from tomorrow night");
        Atoms atoms = new Atoms(tokens, english.lexicon(), english.numerals());
        Grammar.Root top = GRAMMAR.root("timex");
        assertThat(top.mayStart(tokens.get(0), atoms.at(0))).isTrue();
        assertThat(top.mayStart(tokens.get(1), atoms.at(1))).isTrue();
        assertThat(GRAMMAR.root("length").mayStart(tokens.get(1), atoms.at(1))).isFalse();
    }

    private static Matcher matcher(String text) {
        Language english = Language.read("en");
        List<Token> tokens = Tokenizer.tokens(text);
        return new Matcher(GRAMMAR, tokens, new Atoms(tokens, english.lexicon(), english.numerals()));
    }

    private static String told(Match match) {
        return match.parts().stream().map(part -> part.meaning().toString()).collect(Collectors.joining("; "));
    }
}
