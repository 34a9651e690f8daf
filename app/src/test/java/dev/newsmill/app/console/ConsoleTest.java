package dev.newsmill.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleTest {
    @ParameterizedTest
    @CsvSource({
        "'\u001b[31mred', '·[31mred'",
        "'a\u0007b', 'a·b'",
        "'two\nlines', 'two lines'",
        "'a\u202etxt.exe', 'a·txt.exe'",
        "'a\u2066b\u200fc', 'a·b·c'",
        "'\u009b2J', '·2J'",
        "'Ver\u00adein\u200b', 'Verein'",
        "'a\u2028b', 'a b'",
        "'\ud83d', '·'",
    })
    void whatCouldSteerATerminalIsShownAsADot(String hostile, String safe) {
        assertThat(Console.clean(hostile)).isEqualTo(safe);
    }

    @ParameterizedTest
    @CsvSource({"Zürich", "北京", "می\u200cخواهم", "👩\u200d💻", "naïve – “quoted” …"})
    void leavesWritingAsItIs(String text) {
        assertThat(Console.clean(text)).isEqualTo(text);
    }

    @Test
    void aPipeGetsWholeLines() {
        assertThat(Screen.pipe().console().fit("x".repeat(500))).hasSize(500);
        assertThat(Screen.terminal(80).console().fit("x".repeat(500))).hasSize(80);
    }

    @Test
    void aPipeGetsNoColours() {
        assertThat(Screen.pipe().console().red("x")).isEqualTo("x");
        assertThat(Screen.terminal(80).console().red("x")).isEqualTo("\u001b[31mx\u001b[0m");
    }
}
