package dev.newsmill.app.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.newsmill.app.console.CommandException;
import dev.newsmill.app.console.Console;
import dev.newsmill.app.console.ExitCode;
import dev.newsmill.app.console.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code newsmill dead-letters list}. */
@Command(
        name = "list",
        description = "The dead letters that are open, newest first; or how many there are of each kind.",
        header = {
            "Examples:",
            "  newsmill dead-letters list",
            "  newsmill dead-letters list --group-by reason,host",
            "  newsmill dead-letters list --json",
            ""
        })
final class DeadLettersListCommand implements Callable<Integer> {
    static final Map<String, Function<DeadLetter, String>> KEYS =
            Map.of("reason", DeadLetter::reason, "host", DeadLetter::host, "stage", DeadLetter::stage);

    @ParentCommand
    @Nullable
    DeadLettersCommand parent;

    @Option(names = "--group-by", split = ",", paramLabel = "KEY", description = "of: reason, host, stage")
    List<String> groupBy = new ArrayList<>();

    @Option(names = "--limit", paramLabel = "N", description = "most lines (50); --json has all")
    int limit = 50;

    @Option(names = "--closed", description = "those that were retried or discarded, instead")
    boolean closed;

    /** Letters that are alike. */
    record Group(Map<String, String> key, long count, Instant newest, String example) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Found(
            String schema,
            long total,
            @Nullable List<DeadLetter> letters,
            @Nullable List<Group> groups) {}

    @Override
    public Integer call() throws InterruptedException {
        return list(Objects.requireNonNull(parent).newsmill());
    }

    int list(Newsmill newsmill) throws InterruptedException {
        for (String key : groupBy) {
            if (!KEYS.containsKey(key)) {
                throw CommandException.usage("cannot group by '" + key + "'", "Give some of: reason, host, stage.");
            }
        }
        try (Visit visit = Visit.open(newsmill.console(), newsmill.settings(Map.of()));
                var admin = visit.connection().reach()) {
            Connection connection = visit.connection();
            List<DeadLetter> letters = new ArrayList<>(new DeadLetterReader(connection, admin).read());
            letters.removeIf(letter -> letter.isOpen() == closed);
            letters.sort(Comparator.comparing(DeadLetter::seen).reversed());
            print(newsmill.console(), letters);
        }
        return ExitCode.DONE;
    }

    void print(Console console, List<DeadLetter> newestFirst) {
        if (console.json()) {
            boolean grouped = !groupBy.isEmpty();
            console.printJson(new Found(
                    "newsmill.dead-letters/1",
                    newestFirst.size(),
                    grouped ? null : newestFirst,
                    grouped ? groups(newestFirst) : null));
        } else if (newestFirst.isEmpty()) {
            console.say(closed ? "No dead letter was closed." : "There are no dead letters.");
        } else if (groupBy.isEmpty()) {
            printLetters(console, newestFirst);
        } else {
            printGroups(console, groups(newestFirst));
        }
    }

    private void printLetters(Console console, List<DeadLetter> letters) {
        Table table = new Table("LETTER", "SEEN", "TRIES", "REASON", "PAGE");
        for (DeadLetter letter : letters.subList(0, Math.min(limit, letters.size()))) {
            table.row(
                    letter.name(),
                    Measures.minute(letter.seen(), ZoneId.systemDefault()).substring(5),
                    letter.attempts(),
                    letter.reason(),
                    letter.url() == null ? letter.id() : letter.url());
        }
        table.print(console);
        if (letters.size() > limit) console.print("… and " + Measures.count(letters.size() - limit) + " more: --limit");
        DeadLetter first = letters.get(0);
        console.say("One: newsmill dead-letters show " + first.name() + "   all: --group-by reason,host");
    }

    private void printGroups(Console console, List<Group> groups) {
        List<String> head = new ArrayList<>(List.of("COUNT", "NEWEST"));
        groupBy.forEach(key -> head.add(key.toUpperCase(Locale.ROOT)));
        head.add("EXAMPLE");
        Table table = new Table(head.toArray(String[]::new));
        for (Group group : groups.subList(0, Math.min(limit, groups.size()))) {
            List<Object> cells = new ArrayList<>(
                    List.of(Measures.count(group.count()), Measures.minute(group.newest(), ZoneId.systemDefault())));
            cells.addAll(group.key().values());
            cells.add(group.example());
            table.row(cells.toArray());
        }
        table.print(console);
        if (groups.size() > limit) console.print("… and " + Measures.count(groups.size() - limit) + " more: --limit");
    }

    /** Largest first. */
    private List<Group> groups(List<DeadLetter> newestFirst) {
        Map<Map<String, String>, List<DeadLetter>> alike =
                newestFirst.stream().collect(Collectors.groupingBy(this::key, LinkedHashMap::new, Collectors.toList()));
        return alike.entrySet().stream()
                .map(e -> new Group(
                        e.getKey(),
                        e.getValue().size(),
                        e.getValue().get(0).seen(),
                        e.getValue().get(0).message()))
                .sorted(Comparator.comparingLong(Group::count).reversed())
                .toList();
    }

    private Map<String, String> key(DeadLetter letter) {
        Map<String, String> key = new LinkedHashMap<>();
        for (String name : groupBy)
            key.put(name, Objects.requireNonNull(KEYS.get(name)).apply(letter));
        return key;
    }
}
