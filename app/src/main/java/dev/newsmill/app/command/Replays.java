package dev.newsmill.app.command;

import dev.newsmill.app.config.Setting;
import dev.newsmill.app.config.Settings;
import dev.newsmill.app.console.CommandException;
import dev.newsmill.app.console.Console;
import dev.newsmill.app.console.ExitCode;
import dev.newsmill.app.console.Progress;
import dev.newsmill.app.mill.InstanceName;
import dev.newsmill.app.mill.StageSettings;
import dev.newsmill.app.replay.Chain;
import dev.newsmill.app.replay.DryRun;
import dev.newsmill.app.replay.ReplayId;
import dev.newsmill.app.replay.ReplayWorker;
import dev.newsmill.app.replay.Report;
import dev.newsmill.app.replay.Trials;
import dev.newsmill.app.replay.Undo;
import dev.newsmill.publish.Archive;
import dev.newsmill.runtime.Replay;
import dev.newsmill.runtime.ReplayLog;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** The replays of a mill, and how this process works on one. */
final class Replays {
    private static final int LARGEST_PLAN = 8_000_000;

    private final Newsmill newsmill;
    private final Settings settings;
    private final Connection connection;
    private final Admin admin;
    private final Archive archive;
    private final ReplayLog log;

    /** Uses, and does not close, what it is given. */
    Replays(Newsmill newsmill, Settings settings, Connection connection, Admin admin, Archive archive) {
        this.newsmill = newsmill;
        this.settings = settings;
        this.connection = connection;
        this.admin = admin;
        this.archive = archive;
        this.log = new ReplayLog(connection.kafka(), connection.topics(), admin);
    }

    Connection connection() {
        return connection;
    }

    Console console() {
        return newsmill.console();
    }

    Settings settings() {
        return settings;
    }

    Admin admin() {
        return admin;
    }

    Archive archive() {
        return archive;
    }

    String nextId() {
        return ReplayId.next(log.all(), Clock.systemUTC(), new SecureRandom());
    }

    /**
     * Writes down what a replay is to do, and does it. Returns the exit code.
     *
     * @param undoes id of the replay that it takes back; null for others
     */
    int begin(
            DryRun.Order order,
            DryRun.Outcome outcome,
            @Nullable String undoes,
            Trials trials,
            ReplayWorkFlags work,
            Stop stop)
            throws InterruptedException {
        Instant now = Instant.now();
        Replay replay = new Replay(
                order.replay(),
                Replay.State.running,
                order.from(),
                order.topic(),
                order.selection(),
                trials.versions(),
                outcome.toPublish().runs(),
                outcome.toPublish().size(),
                counts(outcome.report()),
                now,
                now,
                undoes);
        if (replay.plan().values().stream().mapToInt(String::length).sum() > LARGEST_PLAN) {
            throw CommandException.usage("too many records for one replay", "Split the selection, such as by --at.");
        }
        log.put(replay);
        return work(replay, trials, work, stop);
    }

    private static TreeMap<String, Long> counts(Report report) {
        return new TreeMap<>(Map.of(
                "selected", report.selected(),
                "same", report.same(),
                "changed", report.changed(),
                "accepted", report.accepted(),
                "dropped", report.dropped(),
                "failed", report.failed(),
                "stale", report.stale()));
    }

    /** Goes on with a replay that is not at its end. Returns the exit code. */
    int resume(Replay replay, ReplayWorkFlags work, Stop stop) throws InterruptedException {
        try (Trials trials = trials(replay)) {
            if (!trials.versions().equals(replay.versions())) {
                throw CommandException.usage(
                        "replay " + replay.id() + " was begun with " + replay.versions() + ", this build has "
                                + trials.versions(),
                        "Resume it with that build, or cancel it and begin anew.");
            }
            Replay running = replay.in(Replay.State.running, Instant.now());
            if (replay.state() != Replay.State.running) log.put(running);
            return work(running, trials, work, stop);
        }
    }

    private Trials trials(Replay replay) {
        String undone = replay.undoes();
        if (undone != null) return new Undo(archive, undone);
        Map<String, String> options = StageSettings.options(
                settings,
                Connection.archive(settings),
                Connection.data(settings).out());
        return Chain.open(replay.from(), List.of(), options);
    }

    private int work(Replay replay, Trials trials, ReplayWorkFlags work, Stop stop) throws InterruptedException {
        Console console = newsmill.console();
        console.say("Replay " + replay.id() + ": " + Measures.count(replay.planned(), "record") + "; Ctrl-C stops this"
                + " worker and loses nothing.");
        Path state = Connection.data(settings).state();
        try (InstanceName instance = InstanceName.claim(state, "replay-" + replay.id(), null);
                Progress progress = Progress.start(console, "replay", "records", replay.planned())) {
            ReplayWorker.Options options = new ReplayWorker.Options(
                    instance.value(),
                    state,
                    work.threadCount(settings),
                    Duration.ofSeconds(settings.number(Setting.RECORD_LIMIT, 1, 3600)),
                    work.publishRate(),
                    work::beforeCommit);
            Replay ended = new ReplayWorker(
                            connection.kafka(), connection.topics(), admin, archive, log, Clock.systemUTC())
                    .work(replay, trials, options, done -> progress.at(done.all(), done.written() + " written"));
            return ended(ended);
        } catch (InterruptedException e) {
            console.say("Stopped. It goes on with: newsmill replays resume " + replay.id());
            return stop.exitCode();
        }
    }

    private int ended(Replay replay) {
        ReplayLine line = ReplayLine.of(connection, admin, replay);
        if (newsmill.console().json()) newsmill.console().printJson(line);
        newsmill.console().say(line.sentence());
        return replay.state() == Replay.State.done ? ExitCode.DONE : ExitCode.PARTLY;
    }

    Collection<Replay> all() {
        return log.all();
    }

    void put(Replay replay) {
        log.put(replay);
    }

    /**
     * The one replay that is meant.
     *
     * @param wanted an id, the beginning of one, or {@code last}
     * @throws CommandException with exit code 5 if there is none, 2 if there are several
     */
    Replay one(String wanted) {
        List<Replay> found = log.all().stream()
                .filter(replay -> wanted.equals("last") || replay.id().startsWith(wanted))
                .toList();
        if (found.isEmpty()) {
            throw CommandException.notFound(
                    "there is no replay '" + wanted + "'", "All there are: newsmill replays list");
        }
        if (found.size() > 1 && !wanted.equals("last")) {
            throw CommandException.usage("'" + wanted + "' is the beginning of several ids", "Give more of it.");
        }
        return found.get(found.size() - 1);
    }
}
