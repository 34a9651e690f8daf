package dev.newsmill.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellsTest {
    @ParameterizedTest
    @CsvSource({"harbour,7", "北京,4", "Zu\u0308rich,6", "'',0", "a北,3"})
    void chineseCharactersTakeTwoCellsAndCombiningMarksNone(String text, int cells) {
        assertThat(Cells.width(text)).isEqualTo(cells);
    }

    @ParameterizedTest
    @CsvSource({"harbour,7,harbour", "harbour,4,har…", "北京上海,5,北京…", "北京上海,4,北…", "a b,3,a b", "a bcd,3,a…"})
    void cutsToCellsWithAnEllipsis(String text, int width, String cut) {
        assertThat(Cells.cut(text, width)).isEqualTo(cut);
        assertThat(Cells.width(cut)).isLessThanOrEqualTo(width);
    }
}
