package dev.newsmill.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.app.console.Wrap.Piece;
import java.util.List;
import org.junit.jupiter.api.Test;

class WrapTest {
    @Test
    void breaksBetweenWords() {
        assertThat(Wrap.lines("the boats leave again", 12)).containsExactly("the boats", "leave again");
    }

    @Test
    void breaksAWordThatIsWiderThanALine() {
        assertThat(Wrap.lines("x".repeat(25), 10)).containsExactly("x".repeat(10), "x".repeat(10), "x".repeat(5));
    }

    @Test
    void breaksBetweenChineseCharacters() {
        assertThat(Wrap.lines("今天上午北京市政府", 10)).containsExactly("今天上午北", "京市政府");
    }

    @Test
    void keepsTheBlankBeforeAChineseCharacter() {
        assertThat(Wrap.lines("x · 例报", 20)).containsExactly("x · 例报");
    }

    @Test
    void keepsTheLineBreaksOfTheText() {
        assertThat(Wrap.lines("one\ntwo", 20)).containsExactly("one", "two");
    }

    @Test
    void eachItemOfAListHasItsBullet() {
        List<Piece> text = List.of(Piece.plain("fares stay\nboats go every ten minutes"));
        assertThat(Wrap.lines(text, 16, "• ", "  "))
                .containsExactly("• fares stay", "• boats go every", "  ten minutes");
    }

    @Test
    void coloursTakeNoRoom() {
        List<Piece> text = List.of(Piece.plain("by "), new Piece("Ada Osei", t -> "\u001b[1m" + t + "\u001b[0m"));
        assertThat(Wrap.lines(text, 11, "", ""))
                .containsExactly(
                        "by \u001b[1mAda\u001b[0m \u001b[1mOsei\u001b[0m".replace(" \u001b[1mO", " \u001b[1mO"));
    }

    @Test
    void piecesWithoutABlankBetweenThemStayTogether() {
        List<Piece> text = List.of(Piece.plain("all of "), Piece.plain("Portugal"), Piece.plain("'s boats"));
        assertThat(Wrap.lines(text, 12, "", "")).containsExactly("all of", "Portugal's", "boats");
    }

    @Test
    void aTextOfControlCharactersIsOneSafeLine() {
        assertThat(Wrap.lines("\u001b[2J\u202e", 20)).containsExactly("·[2J·");
    }

    @Test
    void anEmptyTextIsOneEmptyLine() {
        assertThat(Wrap.lines("", 20)).containsExactly("");
    }

    @Test
    void aHugeWordIsWrappedInLinearTime() {
        assertThat(Wrap.lines("字".repeat(200_000), 80)).hasSize(5000);
    }
}
