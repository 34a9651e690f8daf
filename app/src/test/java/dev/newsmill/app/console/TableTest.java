package dev.newsmill.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void numbersStandToTheRightAndWordsToTheLeft() {
        Table table = new Table("STAGE", "LAG").row("clean", "1,204").row("publish", "–");
        assertThat(table.lines()).containsExactly("STAGE      LAG", "clean    1,204", "publish      –");
    }

    @Test
    void countsCellsAndNotCharacters() {
        Table table = new Table("NAME", "TYPE").row("北京", "GPE").row("Bonn", "GPE");
        assertThat(table.lines()).containsExactly("NAME  TYPE", "北京  GPE", "Bonn  GPE");
    }

    @Test
    void theFlexibleColumnIsCutToTheTerminal() {
        Table table = new Table("PAGE", "N").flexible(0).row("https://example.org/a/long/address", "12");
        assertThat(table.lines(24)).containsExactly("PAGE                   N", "https://example.org…  12");
    }

    @Test
    void aTerminalThatIsTooNarrowForAllStillShowsTheOtherColumns() {
        Table table = new Table("A", "B").row("x".repeat(50), "y".repeat(50));
        assertThat(table.lines(20).get(1)).isEqualTo("x".repeat(50) + "  " + "y".repeat(11) + "…");
    }

    @Test
    void cellsAreMadeSafe() {
        assertThat(new Table("A").row("\u001b[2J").lines().get(1)).isEqualTo("·[2J");
    }
}
