package dev.newsmill.app.command;

import dev.newsmill.app.config.Settings;
import dev.newsmill.app.console.Cells;
import dev.newsmill.app.console.Console;
import dev.newsmill.app.console.ExitCode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code newsmill doctor}: whether all is as it should be. */
@Command(
        name = "doctor",
        description = {
            "Checks Java, the machine, the data directory and, if one runs, the mill; says for each what to do. Exit"
                    + " code 3 if a check fails. Changes nothing."
        },
        header = {
            "Examples:",
            "  newsmill doctor",
            "  newsmill doctor --data /var/mill",
            "  newsmill doctor --bootstrap kafka:9092 --json",
            ""
        })
final class DoctorCommand implements Callable<Integer> {
    private static final int NAME = 8;

    @ParentCommand
    @Nullable
    Newsmill root;

    private record Report(String schema, boolean healthy, List<Diagnosis> checks) {}

    @Override
    public Integer call() throws InterruptedException {
        Newsmill newsmill = Objects.requireNonNull(root);
        Settings settings = newsmill.settings(Map.of());
        Clock clock = Clock.systemUTC();
        List<Diagnosis> found = new ArrayList<>(MachineChecks.run(clock));
        found.addAll(new FolderChecks(Connection.data(settings)).run());
        found.addAll(new MillChecks(settings, clock).run());
        return print(newsmill.console(), found);
    }

    static int print(Console console, List<Diagnosis> found) {
        long failed =
                found.stream().filter(d -> d.level() == Diagnosis.Level.fail).count();
        if (console.json()) {
            console.printJson(new Report("newsmill.doctor/1", failed == 0, found));
        } else {
            found.forEach(diagnosis -> print(console, diagnosis));
            console.say(
                    failed == 0
                            ? console.green("All is well.")
                            : console.red(Measures.count(failed, "check") + " failed.") + " Each says what to do.");
        }
        return failed == 0 ? ExitCode.DONE : ExitCode.CHECK;
    }

    private static void print(Console console, Diagnosis diagnosis) {
        String word = Cells.pad(diagnosis.level().name(), 4);
        String level = switch (diagnosis.level()) {
            case ok -> console.green(word);
            case warn -> console.yellow(word);
            case fail -> console.red(word);
        };
        console.print(level + "  " + Cells.pad(diagnosis.check(), NAME) + "  " + Console.clean(diagnosis.finding()));
        if (diagnosis.fix() != null) console.print(" ".repeat(NAME + 8) + "→ " + Console.clean(diagnosis.fix()));
    }
}
