package dev.newsmill.app.command;

import dev.newsmill.app.console.CommandException;
import dev.newsmill.app.console.Console;
import dev.newsmill.app.console.ExitCode;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code newsmill status}: how the stages are. */
@Command(
        name = "status",
        description = {
            "How each stage is: ok, behind, stalled or stopped; what waits in front of it, and for how long; rates and"
                    + " times of the last five minutes; dropped and dead-lettered records."
        },
        header = {
            "Examples:",
            "  newsmill status",
            "  newsmill status --watch",
            "  newsmill status --check max-lag-seconds=60,max-dead=0 -q || alert",
            "  newsmill status --watch --json      one object a second",
            ""
        })
final class StatusCommand implements Callable<Integer> {
    private static final String HOME = "\u001b[H";
    private static final String CLEAR = "\u001b[2J";
    private static final String CLEAR_LINE = "\u001b[K";
    private static final String CLEAR_BELOW = "\u001b[J";

    @ParentCommand
    @Nullable
    Newsmill root;

    @Option(names = "--watch", description = "again each second, until Ctrl-C")
    boolean watch;

    @Option(
            names = "--check",
            paramLabel = "LIMITS",
            description = "exit code 3 if one is not met: max-lag-seconds=N, max-dead=N; apart by commas")
    @Nullable
    String check;

    @Override
    public Integer call() throws InterruptedException {
        Newsmill newsmill = Objects.requireNonNull(root);
        if (watch && check != null) {
            throw CommandException.usage("--check looks once, --watch again and again", "Give one of the two.");
        }
        StatusLimits limits = check == null ? new StatusLimits(null, null) : StatusLimits.parse(check);
        Connection connection = Connection.of(newsmill.settings(Map.of()));
        Clock clock = Clock.system(ZoneId.systemDefault());
        try (var admin = connection.reach()) {
            StatusReader reader = new StatusReader(connection, admin, clock);
            if (watch) return watch(newsmill.console(), reader, clock);
            return once(newsmill.console(), reader.read(), limits, clock);
        }
    }

    static int once(Console console, Status read, StatusLimits limits, Clock clock) {
        Status status = read.with(limits.violations(read));
        if (console.json()) console.printJson(status);
        else new StatusScreen(console, clock.getZone()).lines(status).forEach(console::print);
        if (!status.violations().isEmpty()) {
            console.complain(
                    String.join("; ", status.violations()), "Where it is stuck: newsmill tail, newsmill doctor");
            return ExitCode.CHECK;
        }
        if (status.totals().pages() == 0) {
            console.say("Nothing has come in yet. Next: newsmill add URL|FILE|FOLDER");
        }
        return ExitCode.DONE;
    }

    private static int watch(Console console, StatusReader reader, Clock clock) throws InterruptedException {
        StatusScreen screen = new StatusScreen(console, clock.getZone());
        if (console.interactive()) console.out().print(CLEAR);
        while (!console.out().checkError()) {
            Status status = reader.read();
            if (console.json()) {
                console.printJson(status);
            } else {
                List<String> lines = new ArrayList<>(screen.lines(status));
                lines.add(console.dim(
                        Measures.time(status.at(), clock.getZone()).substring(0, 8) + "  Ctrl-C ends this"));
                draw(console, lines);
            }
            TimeUnit.SECONDS.sleep(1);
        }
        return ExitCode.DONE;
    }

    /** Over the lines of the time before, so that nothing flickers. */
    private static void draw(Console console, List<String> lines) {
        if (!console.interactive()) {
            lines.forEach(console::print);
            return;
        }
        console.out().print(HOME + String.join(CLEAR_LINE + "\n", lines) + CLEAR_LINE + "\n" + CLEAR_BELOW);
        console.out().flush();
    }
}
