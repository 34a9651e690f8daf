package dev.newsmill.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Characters, lists of words, and sentences that never end. */
class CharsTest {
    @Test
    void noCharacterIsBothBlankAndPartOfAWord() {
        for (int c = 0; c <= 0xFFFF; c++)
            assertThat(Chars.isBlank((char) c) && Chars.isWord(String.valueOf((char) c), 0))
                    .as(Integer.toHexString(c))
                    .isFalse();
    }

    @Test
    void allSpacesAreBlank() {
        assertThat(IntStream.rangeClosed(0, 0xFFFF)
                        .filter(c -> Character.isSpaceChar(c) || Character.isWhitespace(c))
                        .allMatch(c -> Chars.isBlank((char) c)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "Z", "7", "é", "ß", "я", "ع", "漢", "ก", "e\u0301", "\uD835\uDC00"})
    void wordsAreMadeOfLettersDigitsAndTheirMarks(String word) {
        for (int at = 0; at < word.length(); at += Character.charCount(word.codePointAt(at)))
            assertThat(Chars.isWord(word, at)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", ".", "’", "“", "\uD83D\uDE00", "\uD83D", "€", "_"})
    void wordsAreNotMadeOfMarks(String mark) {
        assertThat(Chars.isWord(mark, 0)).isFalse();
    }

    @Test
    void marksOfQuotationAreNoHyphens() {
        for (char c : "\"'“”„«»‘’‚「」『』`".toCharArray())
            assertThat(Chars.isQuotationMark(c)).isTrue();
        for (char c : "-‐‑".toCharArray())
            assertThat(Chars.isHyphen(c) && !Chars.isQuotationMark(c)).isTrue();
        for (char c : "–—()".toCharArray())
            assertThat(Chars.isHyphen(c) || Chars.isQuotationMark(c)).isFalse();
    }

    @Test
    void aListKnowsItsWordsInATextWithoutCuttingThemOut() {
        WordList list = WordList.of("port", "harbour");
        assertThat(list.contains("in the harbour", 7, 14)).isTrue();
        assertThat(list.contains("in the harbours", 7, 15)).isFalse();
        assertThat(list.contains("Port")).isFalse();
        assertThat(list.longest()).isEqualTo(7);
        assertThat(WordList.of().longest()).isZero();
    }

    @Test
    void aListThatIsMissingIsAnError() {
        assertThatIllegalStateException()
                .isThrownBy(() -> WordList.lines(CharsTest.class, "none.txt"))
                .withMessageContaining("none.txt");
    }

    @Test
    void linesOfAListAreNeitherBlankNorRemarks() {
        List<String> lines = WordList.lines(WordList.class, "abbreviations.txt");
        assertThat(lines)
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(line).isNotBlank().doesNotStartWith("#").isEqualTo(line.strip()));
    }

    @Test
    void sentencesThatNeverEndAreCut() {
        Tokens tokens = Tokenizer.tokenize("on and ".repeat(1000));
        assertThat(tokens.sentenceCount()).isEqualTo(7);
        for (int s = 0; s < tokens.sentenceCount(); s++)
            assertThat(tokens.sentenceEnd(s) - tokens.sentenceBegin(s)).isLessThanOrEqualTo(Sentences.MAX_TOKENS);
    }

    @Test
    void wordsThatNeverEndAreCut() {
        Tokens tokens = Tokenizer.tokenize("x".repeat(1050));
        assertThat(tokens.size()).isEqualTo(11);
        assertThat(tokens.length(0)).isEqualTo(Tokenizer.MAX_WORD);
        assertThat(tokens.end(10)).isEqualTo(1050);
    }
}
