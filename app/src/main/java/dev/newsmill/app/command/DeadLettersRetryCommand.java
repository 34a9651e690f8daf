package dev.newsmill.app.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.newsmill.app.config.Settings;
import dev.newsmill.app.console.CommandException;
import dev.newsmill.app.console.Console;
import dev.newsmill.app.console.ExitCode;
import dev.newsmill.app.console.Table;
import dev.newsmill.message.Origin;
import dev.newsmill.runtime.LetterEdit;
import dev.newsmill.runtime.PageFeed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code newsmill dead-letters retry}. */
@Command(
        name = "retry",
        description = {
            "Tries what would become of dead letters now, and writes nothing; with --execute, puts their records back into"
                    + " the input of their stage. One that fails again is a dead letter of the same record, with one"
                    + " attempt more."
        },
        header = {
            "Examples:",
            "  newsmill dead-letters retry --reason MalformedRecordException",
            "  newsmill dead-letters retry --host '*.example.org' --set charset=cp1251",
            "  newsmill dead-letters retry clean-0@3 --edit",
            "  newsmill dead-letters retry --all --execute",
            ""
        })
final class DeadLettersRetryCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    DeadLettersCommand parent;

    @Mixin
    LetterSelection selection = new LetterSelection();

    @Option(
            names = "--set",
            paramLabel = "NAME=TEXT",
            description = "a header's new text, such as content-type; charset=NAME for that part of it")
    Map<String, String> headers = new LinkedHashMap<>();

    @Option(names = "--edit", description = "change the value in $EDITOR; for one letter")
    boolean edit;

    @Option(names = "--value", paramLabel = "FILE", description = "the new value; for one letter")
    @Nullable
    Path value;

    @Option(names = "--execute", description = "put the records back")
    boolean execute;

    /**
     * What a retry would do, or did.
     *
     * @param passed would not be dead any more
     * @param left of ingest: there is no record to put back
     * @param retried records that are back in the input of their stage
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Result(
            String schema,
            boolean executed,
            long selected,
            @Nullable Long passed,
            @Nullable Long dead,
            @Nullable Long untried,
            @Nullable List<Kind> kinds,
            long left,
            @Nullable Long retried) {}

    private record Kind(String stage, String outcome, String reason, long count) {}

    @Override
    public Integer call() throws InterruptedException {
        Newsmill newsmill = Objects.requireNonNull(parent).newsmill();
        Settings settings = newsmill.settings(Map.of());
        try (Visit visit = Visit.open(newsmill.console(), settings);
                var admin = visit.connection().reach()) {
            Letters desk = new Letters(visit.connection(), admin);
            List<DeadLetter> letters = desk.selected(selection);
            LetterEdit change = change(desk, letters);
            return execute
                    ? retry(newsmill.console(), desk, letters, change)
                    : rehearse(newsmill.console(), letters, desk.trial(settings, change));
        } catch (IllegalArgumentException e) {
            throw CommandException.usage(String.valueOf(e.getMessage()), "See: newsmill dead-letters retry --help");
        }
    }

    private LetterEdit change(Letters desk, List<DeadLetter> letters) {
        if (!edit && value == null) return LetterEdit.of(headers);
        if (letters.size() != 1 || (edit && value != null)) {
            throw CommandException.usage(
                    "--edit and --value are for one letter, and " + letters.size() + " are selected", "Name one.");
        }
        ValueDraft draft = value == null ? desk.draft(letters.get(0)).edited() : ValueDraft.of(value);
        if (!execute && edit) value = draft.file();
        return LetterEdit.of(headers).withValue(draft.read());
    }

    private int rehearse(Console console, List<DeadLetter> letters, RetryTrial trial) {
        byStage(letters).forEach(trial::run);
        if (console.json()) {
            console.printJson(result(letters, trial));
            return ExitCode.DONE;
        }
        if (!trial.endings().isEmpty()) {
            Table table = new Table("COUNT", "STAGE", "WOULD BE", "REASON");
            trial.endings()
                    .forEach((ending, count) ->
                            table.row(Measures.count(count), ending.stage(), ending.outcome(), ending.reason()));
            table.print(console);
        }
        console.print(Measures.count(trial.passed()) + " of " + Measures.count(letters.size()) + " would now pass.");
        sayOfIngest(console, letters);
        sayWhatNext(console, letters, trial);
        return ExitCode.DONE;
    }

    private void sayWhatNext(Console console, List<DeadLetter> letters, RetryTrial trial) {
        String again = (edit ? "--value " + value + " " : "") + "--execute";
        if (trial.passed() > 0 || trial.endings().isEmpty()) console.say("Put them back: the same with " + again);
        else
            console.say("What is wrong: newsmill dead-letters show "
                    + letters.get(0).name() + "   put them back all the same: " + again);
    }

    private Result result(List<DeadLetter> letters, RetryTrial trial) {
        List<Kind> kinds = trial.endings().entrySet().stream()
                .map(e -> new Kind(
                        e.getKey().stage(), e.getKey().outcome(), e.getKey().reason(), e.getValue()))
                .toList();
        return new Result(
                "newsmill.retry/1",
                false,
                letters.size(),
                trial.passed(),
                trial.count("dead"),
                trial.count("untried"),
                kinds,
                ofIngest(letters),
                null);
    }

    private int retry(Console console, Letters desk, List<DeadLetter> letters, LetterEdit change) {
        long retried = desk.retry(byStage(letters), change);
        if (console.json()) {
            console.printJson(new Result(
                    "newsmill.retry/1", true, letters.size(), null, null, null, null, ofIngest(letters), retried));
        } else {
            console.print(Measures.count(retried, "record") + " went back.");
            sayOfIngest(console, letters);
            console.say("What becomes of them: newsmill tail --since 1m   dead again: newsmill dead-letters list");
        }
        return ExitCode.DONE;
    }

    /** Those that can go back, by stage. */
    private static SortedMap<String, List<Origin>> byStage(List<DeadLetter> letters) {
        SortedMap<String, List<Origin>> byStage = new TreeMap<>();
        for (DeadLetter letter : letters) {
            if (letter.stage().equals(PageFeed.STAGE)) continue;
            byStage.computeIfAbsent(letter.stage(), s -> new ArrayList<>()).add(letter.origin());
        }
        return byStage;
    }

    private static long ofIngest(List<DeadLetter> letters) {
        return letters.stream().filter(l -> l.stage().equals(PageFeed.STAGE)).count();
    }

    private static void sayOfIngest(Console console, List<DeadLetter> letters) {
        long count = ofIngest(letters);
        if (count == 0) return;
        console.say(Measures.count(count, "letter")
                + " of ingest stay: they never were in a topic. Feed them: newsmill add PLACE, then discard them.");
    }
}
