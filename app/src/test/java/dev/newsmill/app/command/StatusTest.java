package dev.newsmill.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newsmill.app.console.CommandException;
import dev.newsmill.app.console.Screen;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusTest {
    private static final Clock CLOCK = Clock.fixed(Receipts.NOON, ZoneOffset.UTC);

    @Test
    void showsALineAStageAndTheTotals() {
        Screen screen = Screen.pipe();
        StatusCommand.once(screen.console(), busy(null), StatusLimits.parse("max-dead=5"), CLOCK);
        assertThat(screen.out()).isEqualTo("""
                        STAGE    STATE       LAG  WAITED  IN/s  OUT/s    P95  DROPPED  DEAD
                        ingest   –             –       –  2.00   2.00      –        3     0
                        clean    behind  ≤12,034   3 min  1.50   1.20  41 ms       17     2
                        publish  ok            0       –  0.00   0.00      –        0     0

                        1,204 pages in, 1,100 published, 20 dropped, 2 dead letters
                        """);
    }

    @Test
    void fitsIntoEightyColumns() {
        Screen screen = Screen.plainTerminal(80);
        StatusCommand.once(screen.console(), busy(Receipts.NOON), StatusLimits.parse("max-dead=5"), CLOCK);
        assertThat(screen.lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void theStateHasAColourBesideItsWord() {
        Screen screen = Screen.terminal(80);
        StatusCommand.once(screen.console(), busy(null), StatusLimits.parse("max-dead=5"), CLOCK);
        assertThat(screen.out()).contains("\u001b[33mbehind\u001b[0m").contains("\u001b[32mok\u001b[0m");
    }

    @Test
    void aCheckThatIsNotMetExitsWithThreeAndSaysWhich() {
        Screen screen = Screen.pipe();
        int code = StatusCommand.once(
                screen.console(), busy(null), StatusLimits.parse("max-lag-seconds=60,max-dead=1"), CLOCK);
        assertThat(code).isEqualTo(3);
        assertThat(screen.err()).contains("clean lags 200 s, max-lag-seconds=60; 2 dead letters, max-dead=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"max-lag-seconds=200", "max-dead=2", "max-lag-seconds=200.5,max-dead=10"})
    void aCheckThatIsMetExitsWithZero(String limits) {
        Screen screen = Screen.pipe();
        assertThat(StatusCommand.once(screen.console(), busy(null), StatusLimits.parse(limits), CLOCK))
                .isZero();
        assertThat(screen.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"max-lag", "max-lag-seconds=", "max-lag-seconds=soon", "min-lag=3", "max-dead=-1", "''"})
    void aLimitThatIsNoneIsAUsageError(String limits) {
        assertThatThrownBy(() -> StatusLimits.parse(limits))
                .isInstanceOfSatisfying(
                        CommandException.class, e -> assertThat(e.exitCode()).isEqualTo(2));
    }

    @Test
    void jsonHasTheSchemaAndTheViolations() {
        Screen screen = Screen.json();
        StatusCommand.once(screen.console(), busy(null), StatusLimits.parse("max-dead=1"), CLOCK);
        assertThat(screen.out())
                .startsWith("{\"schema\":\"newsmill.status/1\"")
                .contains("\"state\":\"behind\"", "\"violations\":[\"2 dead letters, max-dead=1\"]");
    }

    @Test
    void anEmptyMillSaysWhatToDoNext() {
        Screen screen = Screen.pipe();
        Status empty = new Status(Receipts.NOON, List.of(), null);
        StatusCommand.once(screen.console(), empty, new StatusLimits(null, null), CLOCK);
        assertThat(screen.err()).contains("newsmill add");
    }

    private static Status busy(@Nullable Instant countedSince) {
        return new Status(
                Receipts.NOON,
                List.of(
                        new Status.Stage("ingest", null, null, null, true, null, 2, 2, 0.0, 1204, 3, 0),
                        new Status.Stage(
                                "clean", StageState.behind, 2, 12_034L, false, 200.0, 1.5, 1.2, 41.25, 1100, 17, 2),
                        new Status.Stage("publish", StageState.ok, 1, 0L, true, 0.0, 0, 0, null, 1100, 0, 0)),
                countedSince);
    }
}
