package dev.newsmill.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newsmill.app.console.CommandException;
import dev.newsmill.app.console.Screen;
import dev.newsmill.message.Receipt;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TailTest {
    private static final List<ReceiptField> FIELDS = ReceiptField.parse("stage,outcome,reason,detail,worked,url");

    @Test
    void linesThatComeOneByOneStandInLine() {
        Screen screen = Screen.pipe();
        ReceiptLines lines = new ReceiptLines(screen.console(), ReceiptField.parse("stage,outcome,reason,worked,url"));
        lines.printHead();
        lines.print(Receipts.ingested(1));
        lines.print(Receipts.dropped("clean", 2, 1, "too-short", "29 of 120"));
        assertThat(screen.out()).isEqualTo("""
                        STAGE    OUTCOME  REASON              WORKED  URL
                        ingest   emitted                              https://news.example.org/ferry
                        clean    dropped  too-short            41 ms  https://news.example.org/ferry
                        """);
    }

    @Test
    void aHostileReasonCannotSteerTheTerminal() {
        Receipt hostile = Receipts.dead("clean", 1, 1, "Bad\u001b[2J", "a\nb\u202e");
        String line = new ReceiptLines(Screen.terminal(200).console(), FIELDS).line(hostile);
        assertThat(line).contains("Bad·[2J", "a b·");
    }

    @Test
    void aLineIsCutToTheTerminal() {
        String line = new ReceiptLines(Screen.terminal(60).console(), FIELDS).line(Receipts.cleaned(1, 1));
        assertThat(line).hasSizeLessThanOrEqualTo(60);
    }

    @Test
    void aPipeGetsWholeValues() {
        Receipt receipt = Receipts.dead("clean", 1, 1, "AVeryLongExceptionOfAFarAwayLibrary", "why ".repeat(30));
        assertThat(new ReceiptLines(Screen.pipe().console(), FIELDS).line(receipt))
                .contains("AVeryLongExceptionOfAFarAwayLibrary  "
                        + "why ".repeat(30).strip());
    }

    @Test
    void jsonIsTheReceiptItself() {
        Screen screen = Screen.json();
        ReceiptLines lines = new ReceiptLines(screen.console(), null);
        lines.printHead();
        lines.print(Receipts.cleaned(1, 1));
        assertThat(screen.lines()).hasSize(1);
        assertThat(screen.out()).contains("\"stage\":\"clean\"", "\"facts\":{\"blocks\":5");
    }

    @Test
    void jsonHasOnlyTheFieldsAskedFor() {
        Screen screen = Screen.json();
        new ReceiptLines(screen.console(), ReceiptField.parse("time,stage,worked")).print(Receipts.cleaned(1, 1));
        assertThat(screen.out())
                .isEqualTo("{\"at\":\"2024-03-01T12:00:01Z\",\"stage\":\"clean\",\"workedMillis\":41.25}\n");
    }

    @Test
    void anUnknownFieldIsAUsageErrorThatListsThem() {
        assertThatThrownBy(() -> ReceiptField.parse("time,colour"))
                .isInstanceOfSatisfying(
                        CommandException.class, e -> assertThat(e.fix()).contains("outcome, reason"));
    }

    @ParameterizedTest
    @CsvSource({
        "clean,,, true",
        "enrich,,, false",
        ",*.example.org,, true",
        ",NEWS.example.org,, true",
        ",example.org,, false",
        ",news?example.org,, true",
        ",news.exampl*,, true",
        ",(.*),, false",
        ",,emitted, true",
        ",,dropped, false",
        "clean,*.org,emitted, true",
    })
    void filtersByStageHostAndOutcome(
            @Nullable String stage, @Nullable String host, Receipt.@Nullable Result outcome, boolean passes) {
        ReceiptFilter filter = new ReceiptFilter(stage == null ? List.of() : List.of(stage), host, outcome);
        assertThat(filter.test(Receipts.cleaned(1, 1))).isEqualTo(passes);
    }

    @Test
    void keepsTheNewestInTheOrderOfTime() {
        NewestReceipts newest = new NewestReceipts(2);
        Receipt first = Receipts.cleaned(1, 1);
        Receipt second = Receipts.cleaned(2, 2);
        Receipt third = Receipts.cleaned(3, 3);
        List.of(third, first, second).forEach(newest);
        assertThat(newest.list()).containsExactly(second, third);
        assertThat(newest.leftOut()).isEqualTo(1);
    }
}
