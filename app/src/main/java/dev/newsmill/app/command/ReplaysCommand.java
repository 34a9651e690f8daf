package dev.newsmill.app.command;

import dev.newsmill.app.config.Settings;
import dev.newsmill.app.console.CommandException;
import dev.newsmill.app.console.Console;
import dev.newsmill.app.console.ExitCode;
import dev.newsmill.app.console.Progress;
import dev.newsmill.app.console.Table;
import dev.newsmill.app.replay.DryRun;
import dev.newsmill.app.replay.Report;
import dev.newsmill.app.replay.ReportScreen;
import dev.newsmill.app.replay.Undo;
import dev.newsmill.publish.Archive;
import dev.newsmill.runtime.OffsetSet;
import dev.newsmill.runtime.Replay;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code newsmill replays}: those that publish, and what becomes of them. */
@Command(
        name = "replays",
        description = "Replays that publish: list, show, watch, pause, resume, cancel, undo.",
        header = {
            "Examples:",
            "  newsmill replays list",
            "  newsmill replays watch last",
            "  newsmill replays undo 20260301-091400123-k7",
            ""
        })
final class ReplaysCommand implements Callable<Integer> {
    private static final int LOOK_MILLIS = 500;

    @ParentCommand
    @Nullable
    Newsmill root;

    /** What is done with the replays, once everything is open. */
    private interface Action {
        int with(Replays replays) throws InterruptedException;
    }

    @Override
    public Integer call() throws InterruptedException {
        return list();
    }

    @Command(
            name = "list",
            header = {"Examples:", "  newsmill replays list", "  newsmill replays list --json", ""},
            description = "All of them, newest last.")
    int list() throws InterruptedException {
        return open(Map.of(), false, replays -> {
            List<ReplayLine> lines = new ArrayList<>();
            replays.all().forEach(replay -> lines.add(line(replays, replay)));
            print(replays.console(), lines);
            return ExitCode.DONE;
        });
    }

    @Command(
            name = "show",
            header = {"Examples:", "  newsmill replays show last", ""},
            description = "One of them.")
    int show(@Parameters(paramLabel = "ID", description = "or the beginning of one, or last") String id)
            throws InterruptedException {
        return open(Map.of(), false, replays -> {
            ReplayLine line = line(replays, replays.one(id));
            if (replays.console().json()) replays.console().printJson(line);
            else print(replays.console(), line);
            return ExitCode.DONE;
        });
    }

    @Command(
            name = "watch",
            header = {"Examples:", "  newsmill replays watch last", ""},
            description = "Shows how it goes on, until it ends or pauses.")
    int watch(@Parameters(paramLabel = "ID", description = "or the beginning of one, or last") String id)
            throws InterruptedException {
        return open(Map.of(), true, replays -> {
            Replay replay = replays.one(id);
            ReplayLine line = line(replays, replay);
            try (Progress progress = Progress.start(replays.console(), "replay", "records", line.planned())) {
                while (line.state().equals("running")) {
                    progress.at(line.written() + line.passed(), Measures.count(line.workers(), "worker"));
                    TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
                    line = line(replays, replays.one(replay.id()));
                }
            }
            if (replays.console().json()) replays.console().printJson(line);
            replays.console().say(line.sentence());
            return ExitCode.DONE;
        });
    }

    @Command(
            name = "pause",
            header = {"Examples:", "  newsmill replays pause last", ""},
            description = "Its workers stop after the batch at hand.")
    int pause(@Parameters(paramLabel = "ID", description = "or the beginning of one, or last") String id)
            throws InterruptedException {
        return put(id, Replay.State.paused);
    }

    @Command(
            name = "cancel",
            header = {"Examples:", "  newsmill replays cancel last", ""},
            description = "It ends where it is. What was published stays: see undo.")
    int cancel(@Parameters(paramLabel = "ID", description = "or the beginning of one, or last") String id)
            throws InterruptedException {
        return put(id, Replay.State.cancelled);
    }

    @Command(
            name = "resume",
            header = {"Examples:", "  newsmill replays resume last", "  newsmill replays resume 20260301 --rate 100", ""
            },
            description = "Goes on with it; or joins in: several processes share the work.")
    int resume(
            @Parameters(paramLabel = "ID", description = "or the beginning of one, or last") String id,
            @Mixin ReplayWorkFlags work)
            throws InterruptedException {
        Stop stop = Stop.onSignals(newsmill().console(), Thread.currentThread());
        return open(work.given(), true, replays -> {
            Replay replay = replays.one(id);
            if (replay.state().isFinal()) throw over(replay);
            return replays.resume(replay, work, stop);
        });
    }

    @Command(
            name = "undo",
            header = {"Examples:", "  newsmill replays undo last", "  newsmill replays undo 20260301 --confirm 72", ""},
            description =
                    "Publishes what was there before it, as new revisions. What has changed since stays as it is.")
    int undo(
            @Parameters(paramLabel = "ID", description = "or the beginning of one, or last") String id,
            @Option(names = "--confirm", paramLabel = "N", description = "the number of revisions, for scripts")
                    @Nullable
                    Long confirm,
            @Mixin ReplayWorkFlags work)
            throws InterruptedException {
        Stop stop = Stop.onSignals(newsmill().console(), Thread.currentThread());
        return open(work.given(), true, replays -> undo(replays, replays.one(id), confirm, work, stop));
    }

    private static int undo(Replays replays, Replay replay, @Nullable Long confirm, ReplayWorkFlags work, Stop stop)
            throws InterruptedException {
        if (!replay.state().isFinal()) {
            throw CommandException.usage(
                    "replay " + replay.id() + " is not at its end", "First: newsmill replays cancel " + replay.id());
        }
        Undo undo = new Undo(replays.archive(), replay.id());
        String topic = replays.connection().topics().published();
        OffsetSet records = undo.find(replays.connection().kafka(), replays.admin(), topic);
        String id = replays.nextId();
        DryRun.Options how = new DryRun.Options(
                work.threadCount(replays.settings()), Duration.ofSeconds(20), 0, 10, null, false, false);
        DryRun.Order order = new DryRun.Order("publish", topic, "undo " + replay.id(), null, id);
        DryRun.Outcome outcome =
                new DryRun(replays.connection().kafka(), replays.archive(), undo).run(order, records, how, done -> {});
        Report report = outcome.report();
        if (!replays.console().json()) new ReportScreen(replays.console(), ReportScreen.Diffs.summary).print(report);
        if (report.revisions() == 0) {
            replays.console().say("There is nothing of it to take back.");
            return ExitCode.DONE;
        }
        Confirmation.require(replays.console(), report.revisions(), confirm);
        return replays.begin(order, outcome, replay.id(), undo, work, stop);
    }

    private int put(String id, Replay.State state) throws InterruptedException {
        return open(Map.of(), false, replays -> {
            Replay replay = replays.one(id);
            if (replay.state().isFinal()) throw over(replay);
            replays.put(replay.in(state, Instant.now()));
            ReplayLine line = line(replays, replays.one(replay.id()));
            if (replays.console().json()) replays.console().printJson(line);
            replays.console().say(line.sentence());
            return ExitCode.DONE;
        });
    }

    private static CommandException over(Replay replay) {
        return CommandException.usage(
                "replay " + replay.id() + " is " + replay.state(), "See: newsmill replays show " + replay.id());
    }

    private int open(Map<dev.newsmill.app.config.Setting, String> flags, boolean running, Action action)
            throws InterruptedException {
        Newsmill newsmill = newsmill();
        Settings settings = newsmill.settings(flags);
        if (running) return open(newsmill, settings, Connection.of(settings), action);
        try (Visit visit = Visit.open(newsmill.console(), settings)) {
            return open(newsmill, settings, visit.connection(), action);
        }
    }

    private static int open(Newsmill newsmill, Settings settings, Connection connection, Action action)
            throws InterruptedException {
        try (Admin admin = connection.reach();
                Archive archive = Archives.open(settings)) {
            return action.with(new Replays(newsmill, settings, connection, admin, archive));
        }
    }

    private static ReplayLine line(Replays replays, Replay replay) {
        return ReplayLine.of(replays.connection(), replays.admin(), replay);
    }

    private static void print(Console console, List<ReplayLine> lines) {
        if (console.json()) {
            lines.forEach(console::printJson);
            return;
        }
        if (lines.isEmpty()) {
            console.say("There are no replays. Begin with a dry run: newsmill replay");
            return;
        }
        Table table = new Table("ID", "STATE", "FROM", "RECORDS", "WRITTEN", "LEFT", "WORKERS", "BEGUN", "SELECTION");
        for (ReplayLine line : lines) {
            table.row(
                    line.id(),
                    line.state(),
                    line.from(),
                    Measures.count(line.planned()),
                    Measures.count(line.written()),
                    Measures.count(line.left()),
                    line.workers(),
                    Measures.minute(line.created(), ZoneId.systemDefault()),
                    line.selection());
        }
        table.print(console);
    }

    private static void print(Console console, ReplayLine line) {
        console.print(console.bold(line.id()) + "  " + line.state() + "  from " + line.from() + "  "
                + Console.clean(line.selection()));
        console.print(
                "  begun " + Measures.minute(line.created(), ZoneId.systemDefault()) + ", stages " + line.versions());
        console.print("  before it: " + line.preview());
        console.print("  " + line.sentence());
    }

    private Newsmill newsmill() {
        return Objects.requireNonNull(root);
    }
}
