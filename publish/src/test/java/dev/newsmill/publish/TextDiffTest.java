package dev.newsmill.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextDiffTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the boat left  | the boat left   | the boat left",
                "the boat left  | the ship left   | the [-boat-]{+ship+} left",
                "the boat left  | the boat        | the boat[- left-]",
                "boat           | the boat        | {+the +}boat",
                "one two three  | four five six   | [-one two three-]{+four five six+}",
                "40 were hurt   | 41 were hurt    | [-40-]{+41+} were hurt",
                "Duarte said.   | Duarte said!    | Duarte said[-.-]{+!+}",
                "船は港を出た      | 船は湾を出た       | 船は[-港-]{+湾+}を出た",
                "naïve café     | naive café      | [-naïve-]{+naive+} café",
            })
    void marksTheWordsThatDiffer(String before, String after, String marked) {
        assertThat(mark(TextDiff.byWords(before, after))).isEqualTo(marked);
    }

    @Test
    void saysThatAParagraphIsNewWithoutLookingElsewhere() {
        assertThat(mark(TextDiff.byWords("First.\n\nThird.", "First.\n\nSecond.\n\nThird.")))
                .isEqualTo("First.{+\n\nSecond.+}\n\nThird.");
    }

    @Test
    void takesTheLastParagraphForTheSameWhenAnotherFollowsIt() {
        assertThat(mark(TextDiff.byWords("First.\n\nLast.", "First.\n\nLast.\n\nNew.")))
                .isEqualTo("First.\n\nLast.{+\n\nNew.+}");
    }

    @Test
    void keepsAPhraseThatWasReplacedTogether() {
        assertThat(mark(TextDiff.byWords("He left the old town today", "He left a new city today")))
                .isEqualTo("He left [-the old town-]{+a new city+} today");
    }

    @Test
    void comparesListsByLines() {
        assertThat(mark(TextDiff.byLines("PER · Ada\nGPE · Lisbon\n", "PER · Ada\nGPE · Porto\n")))
                .isEqualTo("PER · Ada\n[-GPE · Lisbon\n-]{+GPE · Porto\n+}");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void givesBothTextsBackWhateverTheyAre(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            String before = text(random);
            String after = text(random);
            assertThat(new FieldDiff("text", TextDiff.byWords(before, after)))
                    .returns(before, FieldDiff::before)
                    .returns(after, FieldDiff::after);
        }
    }

    @Test
    void neverHasTwoPiecesOfAKindInARow() {
        Random random = new Random(9);
        for (int i = 0; i < 500; i++) {
            List<Piece> pieces = TextDiff.byWords(text(random), text(random));
            for (int p = 1; p < pieces.size(); p++) {
                assertThat(pieces.get(p).kind()).isNotEqualTo(pieces.get(p - 1).kind());
            }
        }
    }

    @Test
    void isSoonDoneWithTwoLongTextsThatHaveNothingInCommon() {
        String before = words("a", 200_000);
        String after = words("b", 200_000);
        long began = System.nanoTime();
        assertThat(TextDiff.byWords(before, after)).containsExactly(Piece.removed(before), Piece.added(after));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void isSoonDoneWithTheLongestStretchThatItLooksInto() {
        String before = words("a", TextDiff.MOST_WORDS / 4 - 1);
        String after = words("b", TextDiff.MOST_WORDS / 4 - 1);
        long began = System.nanoTime();
        assertThat(TextDiff.byWords(before, after)).isNotEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void countsWords() {
        assertThat(TextDiff.countWords("  one two\nthree ")).isEqualTo(3);
        assertThat(TextDiff.countWords(" ")).isZero();
    }

    private static String words(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).collect(Collectors.joining(" "));
    }

    private static String text(Random random) {
        String[] parts = {"a", "b", "c", " ", "  ", "\n", "\n\n", ".", "ä", "港", "a\ud83d\ude00", "\ud83d"};
        return IntStream.range(0, random.nextInt(30))
                .mapToObj(i -> parts[random.nextInt(parts.length)])
                .collect(Collectors.joining());
    }

    private static String mark(List<Piece> pieces) {
        return pieces.stream()
                .map(piece -> switch (piece.kind()) {
                    case SAME -> piece.text();
                    case REMOVED -> "[-" + piece.text() + "-]";
                    case ADDED -> "{+" + piece.text() + "+}";
                })
                .collect(Collectors.joining());
    }
}
