package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Characters, white space and keys: what all comparisons of text stand on. */
class GlyphsTest {
    @Test
    void agreesWithTheJdkOnEveryCharacter() {
        assertThat(IntStream.rangeClosed(0, 0xFFFF)
                        .filter(c -> Glyphs.wordly((char) c) != Character.isLetterOrDigit(c)))
                .isEmpty();
        assertThat(IntStream.rangeClosed(0, 0xFFFF)
                        .filter(c -> Glyphs.lower((char) c) != Character.toLowerCase((char) c)))
                .isEmpty();
    }

    @Test
    void noBlankIsALetterAndNoEnderIsAComma() {
        for (char c = 0; c < 0xFFFF; c++) {
            assertThat(Glyphs.blank(c) && Glyphs.wordly(c)).isFalse();
            assertThat(Glyphs.ender(c) && (Glyphs.comma(c) || Glyphs.wordly(c))).isFalse();
        }
    }

    @Test
    void whatIsSpaceToTheJdkIsBlank() {
        assertThat(IntStream.rangeClosed(0, 0xFFFF)
                        .filter(c -> Character.isSpaceChar(c) || Character.isWhitespace(c))
                        .filter(c -> !Glyphs.blank((char) c)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"漢, true", "ひ, true", "カ, true", "ก, true", "한, false", "a, false", "я, false", "ع, false"})
    void someScriptsWriteWithoutSpaces(char c, boolean unspaced) {
        assertThat(Glyphs.unspaced(c)).isEqualTo(unspaced);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "` one  two `        | one two",
                "`one\u00A0\ttwo\n`  | one two",
                "`one\u00ADtwo`      | onetwo",
                "`\u3000`            | ``",
                "`\u200Bone\u200Btwo` | one two"
            })
    void foldsWhiteSpace(String text, String folded) {
        assertThat(Whitespace.fold(text)).isEqualTo(folded);
    }

    @Test
    void nothingFoldsToNothing() {
        assertThat(Whitespace.fold(null)).isEmpty();
        assertThat(Key.of(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"The Ferry: “Back”! | theferryback", "Ä-Ö 12 | äö12", "... | ", "Паром № 7 | паром7", "渡轮。 | 渡轮"})
    void aKeyIsLettersAndDigits(String text, @Nullable String key) {
        assertThat(Key.of(text)).isEqualTo(key == null ? "" : key);
    }
}
