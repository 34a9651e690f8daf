package dev.newsmill.enrich.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "On May 3, 2020;on may 3 , 2020",
                "7:30pm;7 : 30 pm",
                "Q3 and 1990s;q 3 and 1990 s",
                "o’clock o'clock;o ' clock o ' clock",
                "2015–2018 2015—2018;2015 - 2018 2015 - 2018",
                "März für Noël;märz für noël",
                "１２ May;１ ２ may",
                "a\u00a0week\u2009ago;a week ago",
            })
    void cutsDigitsFromLetters(String line) {
        String[] parts = line.split(";");
        assertThat(Tokenizer.tokens(parts[0]).stream().map(Token::lower).collect(Collectors.joining(" ")))
                .isEqualTo(parts[1]);
    }

    @Test
    void knowsWhatIsGluedAndWhatHasACapital() {
        List<Token> tokens = Tokenizer.tokens("May 3rd, may");
        assertThat(tokens).extracting(Token::glued).containsExactly(false, false, true, true, false);
        assertThat(tokens).extracting(Token::capital).containsExactly(true, false, false, false, false);
    }

    @Test
    void knowsWhereAParagraphBegins() {
        assertThat(Tokenizer.tokens("One two\nthree\n\nfour\n \nfive"))
                .extracting(Token::paragraph)
                .containsExactly(false, false, false, true, true);
    }

    @Test
    void leavesOutTheLettersOfAVeryLongWordButNotItsPlace() {
        List<Token> tokens = Tokenizer.tokens("a " + "b".repeat(100) + " c");
        assertThat(tokens).extracting(Token::lower).containsExactly("a", "", "c");
        assertThat(tokens.get(1).end()).isEqualTo(102);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\ud83d\ud83d \udc00 x", "a\u0000b", "\u202eabc\u202c 12", "1a2b3c", "…—“”"})
    void givesEveryCharacterThatIsNoSpaceToOneToken(String text) {
        int at = 0;
        for (Token token : Tokenizer.tokens(text)) {
            assertThat(text.substring(at, token.begin())).isBlank();
            assertThat(token.end()).isGreaterThan(token.begin());
            at = token.end();
        }
        assertThat(text.substring(at)).isBlank();
    }

    @Test
    void cutsALongTextIntoPassagesAtBlankLines() {
        String text = ("word ".repeat(999) + "\n\n").repeat(60);
        Tokenizer tokenizer = new Tokenizer(text);
        List<Integer> sizes = new ArrayList<>();
        for (List<Token> passage = tokenizer.passage(); !passage.isEmpty(); passage = tokenizer.passage()) {
            sizes.add(passage.size());
            assertThat(sizes.size() == 1
                            || passage.get(0).paragraph()
                            || passage.get(0).begin() > 0)
                    .isTrue();
        }
        assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(999 * 60);
        assertThat(sizes).hasSizeGreaterThan(1).allMatch(size -> size % 999 == 0);
    }

    @Test
    void cutsATextWithoutBlankLinesAllTheSame() {
        Tokenizer tokenizer = new Tokenizer("word ".repeat(60_000));
        assertThat(tokenizer.passage()).hasSize(25_000);
        assertThat(tokenizer.passage()).hasSize(25_000);
        assertThat(tokenizer.passage()).hasSize(10_000);
        assertThat(tokenizer.passage()).isEmpty();
    }
}
