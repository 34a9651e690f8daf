package dev.newsmill.app.command;

import dev.newsmill.app.console.CommandException;
import dev.newsmill.app.console.Console;
import dev.newsmill.app.console.ExitCode;
import dev.newsmill.app.console.Table;
import dev.newsmill.message.Origin;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code newsmill dead-letters discard}. */
@Command(
        name = "discard",
        description = "Closes dead letters that nobody will retry; says which ones first, and does it with --execute.",
        header = {
            "Examples:",
            "  newsmill dead-letters discard --host old.example.org --note 'site is gone'",
            "  newsmill dead-letters discard clean-0@3 --note spam --execute",
            ""
        })
final class DeadLettersDiscardCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    DeadLettersCommand parent;

    @Mixin
    LetterSelection selection = new LetterSelection();

    @Option(names = "--note", paramLabel = "TEXT", required = true, description = "why, for those who look later")
    String note = "";

    @Option(names = "--execute", description = "do it")
    boolean execute;

    private record Result(String schema, boolean executed, long selected, long discarded) {}

    @Override
    public Integer call() throws InterruptedException {
        if (note.isBlank()) throw CommandException.usage("the note is empty", "Say why: --note TEXT");
        Newsmill newsmill = Objects.requireNonNull(parent).newsmill();
        Console console = newsmill.console();
        try (Visit visit = Visit.open(console, newsmill.settings(Map.of()));
                var admin = visit.connection().reach()) {
            Letters desk = new Letters(visit.connection(), admin);
            List<DeadLetter> letters = desk.selected(selection);
            long discarded = execute ? desk.discard(byStage(letters), note) : 0;
            print(console, letters, discarded);
        }
        return ExitCode.DONE;
    }

    private static SortedMap<String, List<Origin>> byStage(List<DeadLetter> letters) {
        return letters.stream()
                .collect(Collectors.groupingBy(
                        DeadLetter::stage, TreeMap::new, Collectors.mapping(DeadLetter::origin, Collectors.toList())));
    }

    private void print(Console console, List<DeadLetter> letters, long discarded) {
        if (console.json()) {
            console.printJson(new Result("newsmill.discard/1", execute, letters.size(), discarded));
        } else if (execute) {
            console.print(Measures.count(discarded, "letter") + " discarded.");
        } else {
            Table table = new Table("COUNT", "STAGE", "REASON");
            letters.stream()
                    .collect(Collectors.groupingBy(
                            l -> List.of(l.stage(), l.reason()), java.util.LinkedHashMap::new, Collectors.counting()))
                    .forEach((kind, count) -> table.row(Measures.count(count), kind.get(0), kind.get(1)));
            table.print(console);
            console.say("They stay in their topic, closed. Do it: the same with --execute");
        }
    }
}
