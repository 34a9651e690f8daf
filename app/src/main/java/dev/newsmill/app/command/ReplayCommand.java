package dev.newsmill.app.command;

import dev.newsmill.app.config.Setting;
import dev.newsmill.app.config.Settings;
import dev.newsmill.app.console.CommandException;
import dev.newsmill.app.console.Console;
import dev.newsmill.app.console.ExitCode;
import dev.newsmill.app.console.Progress;
import dev.newsmill.app.mill.StageSettings;
import dev.newsmill.app.mill.Stages;
import dev.newsmill.app.replay.CandidateJar;
import dev.newsmill.app.replay.Chain;
import dev.newsmill.app.replay.DryRun;
import dev.newsmill.app.replay.OffsetRange;
import dev.newsmill.app.replay.Report;
import dev.newsmill.app.replay.ReportPage;
import dev.newsmill.app.replay.ReportScreen;
import dev.newsmill.app.replay.Selection;
import dev.newsmill.app.replay.Selector;
import dev.newsmill.publish.Archive;
import dev.newsmill.runtime.OffsetSet;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code newsmill replay}: processes records again, shows what would change, and publishes only that. */
@Command(
        name = "replay",
        description = "Processes records again. A dry run, unless it is told --execute: it shows which articles would"
                + " change, how and why, and publishes nothing.",
        header = {
            "Examples:",
            "  newsmill replay --host '*.example.org' --at -7d:end",
            "  newsmill replay --from-stage enrich --sample 1000 --diff=words",
            "  newsmill replay --candidate clean-1.1.jar --html report.html",
            "  newsmill replay --version 'clean<1.1' --execute --rate 20",
            ""
        })
final class ReplayCommand implements Callable<Integer> {
    private static final int SHOWN_IN_HTML = 200;

    @ParentCommand
    @Nullable
    Newsmill root;

    @Mixin
    SelectionFlags which = new SelectionFlags();

    @Option(
            names = "--from-stage",
            paramLabel = "NAME",
            description = "the first that runs: clean, enrich, publish (clean)")
    String from = "clean";

    @Option(names = "--candidate", paramLabel = "JAR", description = "stages of another build; dry run only")
    @Nullable
    Path candidate;

    @Option(names = "--diff", paramLabel = "HOW", description = "summary, words or full (summary)")
    ReportScreen.Diffs diff = ReportScreen.Diffs.summary;

    @Option(names = "--show", paramLabel = "N", description = "how many of the largest differences (10)")
    int show = 10;

    @Option(names = "--html", paramLabel = "FILE", description = "the report as a page for a browser")
    @Nullable
    Path html;

    @Option(names = "--out", paramLabel = "FILE", description = "one line of JSON a record")
    @Nullable
    Path out;

    @Option(names = "--only-changed", description = "in --out: differences only")
    boolean onlyChanged;

    @Option(names = "--exit-code", description = "exit with 3 if there are differences")
    boolean exitCode;

    @Option(names = "--fail-on-change", paramLabel = "PCT", description = "exit with 3 if more than this are different")
    @Nullable
    Double failOnChange;

    @Option(names = "--execute", description = "publish what would change, as new revisions")
    boolean execute;

    @Option(names = "--confirm", paramLabel = "N", description = "with --execute: the number of revisions, for scripts")
    @Nullable
    Long confirm;

    @Mixin
    ReplayWorkFlags work = new ReplayWorkFlags();

    @Override
    public Integer call() throws InterruptedException {
        Newsmill newsmill = Objects.requireNonNull(root);
        check();
        Settings settings = newsmill.settings(work.given());
        if (execute) return execute(newsmill, settings);
        try (Visit visit = Visit.open(newsmill.console(), settings)) {
            return preview(newsmill, settings, visit.connection());
        }
    }

    private void check() {
        Stages.named(from);
        if (show < 0 || show > 10_000) throw CommandException.usage("--show " + show, "Give 0 to 10000.");
        work.check();
        if (!execute && confirm != null) throw CommandException.usage("--confirm is for --execute", "Give both.");
        if (execute && candidate != null) {
            throw CommandException.usage(
                    "--execute publishes what this build makes, and --candidate is another one",
                    "Install that build, look again, then execute.");
        }
    }

    private int preview(Newsmill newsmill, Settings settings, Connection connection) throws InterruptedException {
        try (Admin admin = connection.reach();
                Archive archive = Archives.open(settings);
                @Nullable CandidateJar jar = candidate == null ? null : CandidateJar.open(candidate);
                Chain chain = Chain.open(from, jar == null ? List.of() : jar.stages(), options(settings, connection))) {
            Replays replays = new Replays(newsmill, settings, connection, admin, archive);
            Report report = dryRun(replays, chain, order(replays)).report();
            print(newsmill.console(), report);
            newsmill.console().say(next(report));
            return verdict(report);
        }
    }

    private int execute(Newsmill newsmill, Settings settings) throws InterruptedException {
        Stop stop = Stop.onSignals(newsmill.console(), Thread.currentThread());
        Connection connection = Connection.of(settings);
        try (Admin admin = connection.reach();
                Archive archive = Archives.open(settings);
                Chain chain = Chain.open(from, List.of(), options(settings, connection))) {
            StageCommand.makeTopics(connection, settings);
            Replays replays = new Replays(newsmill, settings, connection, admin, archive);
            DryRun.Order order = order(replays);
            DryRun.Outcome outcome = dryRun(replays, chain, order);
            print(newsmill.console(), outcome.report());
            if (outcome.report().revisions() == 0) {
                newsmill.console().say("There is nothing to publish.");
                return ExitCode.DONE;
            }
            Confirmation.require(newsmill.console(), outcome.report().revisions(), confirm);
            return replays.begin(order, outcome, null, chain, work, stop);
        }
    }

    private DryRun.Order order(Replays replays) {
        String jar = candidate == null ? null : String.valueOf(candidate.getFileName());
        return new DryRun.Order(from, topic(replays.connection()), which.text(), jar, replays.nextId());
    }

    private DryRun.Outcome dryRun(Replays replays, Chain chain, DryRun.Order order) throws InterruptedException {
        Connection connection = replays.connection();
        Selection selection = which.selection(Clock.systemUTC());
        check(selection, connection);
        Console console = replays.console();
        OffsetSet records =
                new Selector(connection.kafka(), connection.topics(), replays.admin()).find(order.topic(), selection);
        console.say(
                Measures.count(records.size(), "record") + " of " + order.topic() + " selected (" + which.text() + ")");
        try (Progress progress = Progress.start(console, "replay", "records", records.size())) {
            return new DryRun(connection.kafka(), replays.archive(), chain)
                    .run(order, records, options(replays.settings()), done -> progress.at(done, ""));
        }
    }

    private DryRun.Options options(Settings settings) {
        return new DryRun.Options(
                work.threadCount(settings),
                Duration.ofSeconds(settings.number(Setting.RECORD_LIMIT, 1, 3600)),
                execute || work.rate == null ? 0 : work.rate,
                html == null ? show : Math.max(show, SHOWN_IN_HTML),
                out,
                onlyChanged,
                diff != ReportScreen.Diffs.summary);
    }

    private String topic(Connection connection) {
        return connection.topics().of(Stages.named(from).input());
    }

    private void check(Selection selection, Connection connection) {
        String topic = topic(connection);
        for (OffsetRange range : selection.offsets()) {
            if (topic.equals(range.topic()) || topic.equals(connection.topics().prefix() + range.topic())) continue;
            throw CommandException.usage(
                    "--offsets of " + range.topic() + ", but stage " + from + " reads " + topic,
                    "Give offsets of that topic, or another --from-stage.");
        }
    }

    private static Map<String, String> options(Settings settings, Connection connection) {
        return StageSettings.options(
                settings,
                Connection.archive(settings),
                Connection.data(settings).out());
    }

    private void print(Console console, Report report) {
        Report shown = report.withLargest(show);
        if (console.json()) console.printJson(shown);
        else new ReportScreen(console, diff).print(shown);
        if (html == null) return;
        try {
            ReportPage.write(report, html);
        } catch (IOException e) {
            throw CommandException.failed("cannot write " + html + ": " + e, "Give --html another place.", e);
        }
        console.say("The report is in " + html);
    }

    private String next(Report report) {
        if (report.differences() == 0) return "Nothing would change.";
        String execute = report.revisions() == 0 || candidate != null
                ? ""
                : ", or --execute (publishes " + Measures.count(report.revisions(), "revision") + ")";
        return "Next: --diff=words, --html FILE" + execute;
    }

    private int verdict(Report report) {
        boolean tooMany = failOnChange != null && report.percent() > failOnChange;
        return tooMany || (exitCode && report.differences() > 0) ? ExitCode.CHECK : ExitCode.DONE;
    }
}
