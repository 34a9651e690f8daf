package dev.newsmill.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newsmill.app.console.CommandException;
import dev.newsmill.app.console.Screen;
import dev.newsmill.runtime.LetterClosing;
import dev.newsmill.runtime.LetterClosing.Way;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class DeadLettersTest {
    private final DeadLettersListCommand list = new DeadLettersListCommand();
    private final DeadLettersShowCommand show = new DeadLettersShowCommand();

    @Test
    void listsOneALine() {
        Screen screen = Screen.pipe();
        list.print(screen.console(), List.of(letter(3, 182, 1), letter(1, 17, 2)));
        assertThat(screen.lines().get(1))
                .matches("clean-0@3  03-01 \\d\\d:\\d\\d +1  StackOverflowError  " + Receipts.URL);
        assertThat(screen.err()).contains("newsmill dead-letters show clean-0@3");
    }

    @Test
    void groupsThoseThatAreAlike() {
        Screen screen = Screen.pipe();
        list.groupBy = List.of("reason", "host");
        list.print(screen.console(), List.of(letter(3, 182, 1), letter(1, 17, 2)));
        assertThat(screen.lines()).hasSize(2);
        assertThat(screen.lines().get(1))
                .startsWith("    2  ")
                .endsWith("  StackOverflowError  news.example.org  too deep·[2J");
    }

    @Test
    void sayThatThereAreNone() {
        Screen screen = Screen.pipe();
        list.print(screen.console(), List.of());
        assertThat(screen.err()).isEqualTo("There are no dead letters.\n");
    }

    @Test
    void jsonHasAllOfThem() {
        Screen screen = Screen.json();
        list.limit = 1;
        list.print(screen.console(), List.of(letter(3, 182, 1), letter(1, 17, 2)));
        assertThat(screen.out())
                .startsWith("{\"schema\":\"newsmill.dead-letters/1\",\"total\":2,\"letters\":[{")
                .contains("newsmill.pages-0@182", "newsmill.pages-0@17");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "newsmill.pages-0@182",
                "pages-0@182",
                "dlq.newsmill.clean-0@3",
                "clean-0@3",
                "https://news.example.org/ferry",
                "abcd"
            })
    void isFoundByItsRecordItsLetterItsUrlAndItsId(String wanted) {
        assertThat(shown(wanted, letter(3, 182, 1))).contains("newsmill.pages-0@182");
    }

    @Test
    void showsTheCauseTheRecordAndASafeBeginningOfTheValue() {
        String out = shown("pages-0@182", letter(3, 182, 2));
        assertThat(out)
                .startsWith("StackOverflowError: too deep·[2J\n")
                .contains("  attempts          2\n", "  ce_subject        https://news.example.org/ferry\n")
                .contains("<div>·[31m<div>")
                .doesNotContain("\u001b", "at dev.newsmill");
    }

    @Test
    void showsTheFirstAndTheLastTimeOfARecordThatFailedTwice() {
        String out = shown("pages-0@182", letter(1, 182, 1), letter(3, 182, 2));
        assertThat(out).contains("first seen", "last seen", "clean-0@3").doesNotContain("clean-0@1");
    }

    @Test
    void showsTheStackWhereItIsAskedFor() {
        show.stack = true;
        assertThat(shown("pages-0@182", letter(3, 182, 1))).contains("at dev.newsmill.Test");
    }

    @Test
    void anUnknownOneIsNotFound() {
        assertThatThrownBy(() -> shown("pages-0@1", letter(3, 182, 1)))
                .isInstanceOfSatisfying(
                        CommandException.class, e -> assertThat(e.exitCode()).isEqualTo(5));
    }

    @Test
    void aLetterWithoutHeadersIsShownToo() {
        DeadLetter bare = DeadLetter.of("dlq.newsmill.clean-0@0", "clean", "", new TreeMap<>(), Receipts.NOON, 0, "");
        assertThat(shown("clean-0@0", bare)).contains("unknown error", "It has no value.");
    }

    @Test
    void showsWhatEachAttemptDiedOf() {
        String out = shown("pages-0@182", letter(1, 182, 1), letter(3, 182, 2));
        assertThat(out).containsPattern("before +2024-03-01 \\d\\d:\\d\\d StackOverflowError: too deep·");
    }

    @Test
    void showsHowALetterWasClosed() {
        assertThat(shown("pages-0@182", closed(letter(3, 182, 2), Way.discarded, "spam")))
                .containsPattern("discarded +spam\n");
        assertThat(shown("pages-0@182", closed(letter(3, 182, 2), Way.retried, null)))
                .containsPattern("retried +its record went back to clean\n");
    }

    @Test
    void jsonHasTheHistoryOfTheRecord() {
        Screen screen = Screen.json();
        show.wanted = "pages-0@182";
        DeadLetter first = closed(letter(1, 182, 1), Way.retried, null);
        show.print(screen.console(), List.of(first, letter(3, 182, 2)), "newsmill.");
        assertThat(screen.out())
                .contains("\"history\":[{\"at\":\"dlq.newsmill.clean-0@1\"", "\"closed\":\"retried\"},{");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clean-0@3 | 3",
                "https://news.example.org/ferry | 3 4",
                "--reason stackoverflowerror | 3 4",
                "--reason IllegalStateException |",
                "--host *.EXAMPLE.org --stage clean | 3 4",
                "--host example.org |",
                "--stage enrich |",
                "--all | 3 4",
                "--all --limit 1 | 3",
            })
    void selectsTheOpenOnesThatFitAll(String arguments, @Nullable String expected) {
        List<DeadLetter> all =
                List.of(closed(letter(1, 17, 1), Way.discarded, "x"), letter(3, 182, 1), letter(4, 9, 1));
        LetterSelection selection = CommandLine.populateCommand(new LetterSelection(), arguments.split(" "));
        if (expected == null) {
            assertThatThrownBy(() -> selection.of(all, "newsmill.")).hasMessageContaining("no open dead letter");
        } else {
            assertThat(selection.of(all, "newsmill."))
                    .extracting(letter -> letter.name().replace("clean-0@", ""))
                    .containsExactly(expected.split(" "));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--limit 3", "--all --stage clean", "--all clean-0@3", "--stage clean --limit 0"})
    void aSelectionThatSaysNothingOrTooMuchIsAUsageError(String arguments) {
        String[] words = arguments.isEmpty() ? new String[0] : arguments.split(" ");
        LetterSelection selection = CommandLine.populateCommand(new LetterSelection(), words);
        assertThatThrownBy(() -> selection.of(List.of(letter(3, 182, 1)), "newsmill."))
                .isInstanceOfSatisfying(
                        CommandException.class, e -> assertThat(e.exitCode()).isEqualTo(2));
    }

    @Test
    void theEditorIsThePersonsOwn() {
        assertThat(ValueDraft.editor(Map.of("VISUAL", "code -w", "EDITOR", "ed")))
                .isEqualTo("code -w");
        assertThat(ValueDraft.editor(Map.of("VISUAL", " ", "EDITOR", "ed"))).isEqualTo("ed");
        assertThat(ValueDraft.editor(Map.of())).isEqualTo("vi");
    }

    private static DeadLetter closed(DeadLetter letter, Way way, @Nullable String note) {
        return letter.closed(new LetterClosing(letter.origin(), way, note));
    }

    private String shown(String wanted, DeadLetter... oldestFirst) {
        Screen screen = Screen.pipe();
        show.wanted = wanted;
        show.print(screen.console(), List.of(oldestFirst), "newsmill.");
        return screen.out();
    }

    private static DeadLetter letter(int offset, int page, int attempts) {
        TreeMap<String, String> headers = new TreeMap<>();
        headers.put("ce_subject", Receipts.URL);
        headers.put("__dlq.errors.topic", "newsmill.pages");
        headers.put("__dlq.errors.partition", "0");
        headers.put("__dlq.errors.offset", Integer.toString(page));
        headers.put("__dlq.errors.delivery.count", Integer.toString(attempts));
        headers.put("__dlq.errors.exception.class", "java.lang.StackOverflowError");
        headers.put("__dlq.errors.message", "too deep\u001b[2J");
        headers.put("__dlq.errors.exception.stacktrace", "java.lang.StackOverflowError\n\tat dev.newsmill.Test");
        return DeadLetter.of(
                "dlq.newsmill.clean-0@" + offset,
                "clean",
                "abcdef0123456789",
                headers,
                Receipts.NOON.plusSeconds(offset * 60L),
                20_000,
                "<div>\u001b[31m<div>");
    }
}
