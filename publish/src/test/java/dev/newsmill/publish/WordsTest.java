package dev.newsmill.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The Harbour, shut.  | the harbour shut",
                "Zürich Ångström     | zurich angstrom",
                "ﬁne ² ½             | fine 2 1 2",
                "Ukraine's U.S. F-16 | ukraine s u s f 16",
                "今天北京            | 今 天 北 京",
                "abc北def            | abc 北 def",
                "ภาษา                | ภ า ษ า",
                "Київ Αθήνα          | киів αθηνα",
                "한국                | 한국",
                "…!?*                | ",
            })
    void cutsTextIntoFoldedWords(String text, @Nullable String expected) {
        List<String> words = Words.of(text, 100);
        assertThat(java.text.Normalizer.normalize(String.join(" ", words), java.text.Normalizer.Form.NFC))
                .isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void aComposedAndADecomposedLetterAreTheSame() {
        assertThat(Words.of("Cafe\u0301", 10))
                .isEqualTo(Words.of("Caf\u00e9", 10))
                .containsExactly("cafe");
    }

    @Test
    void aLongWordIsCutBetweenCharacters() {
        assertThat(Words.of("a".repeat(59) + "𐐷".repeat(50), 10).get(0)).hasSize(59);
    }

    @Test
    void takesNoMoreThanItIsToldTo() {
        assertThat(Words.of("a b c d", 3)).containsExactly("a", "b", "c");
    }

    @Test
    void megabytesOfAnythingTakeASecondOrSo() {
        for (String piece : List.of("a", "\u0301", "字", "a ", "\ufdfa", "\ud83d", "-")) {
            Assertions.assertTimeout(
                    Duration.ofSeconds(5), () -> Words.of(piece.repeat(2_000_000), 20_000), () -> "'" + piece + "'");
        }
    }
}
