package dev.newsmill.app.command;

import dev.newsmill.app.broker.DataDirectory;
import dev.newsmill.app.config.Setting;
import dev.newsmill.app.config.Settings;
import dev.newsmill.app.console.CommandException;
import dev.newsmill.app.console.Console;
import dev.newsmill.app.console.ExitCode;
import dev.newsmill.app.console.Progress;
import dev.newsmill.app.mill.Hosted;
import dev.newsmill.app.mill.Inputs;
import dev.newsmill.app.mill.Mill;
import dev.newsmill.app.mill.RunSummary;
import dev.newsmill.app.mill.Stages;
import dev.newsmill.runtime.Ledger;
import dev.newsmill.runtime.PageFeed;
import dev.newsmill.runtime.TopicReader;
import dev.newsmill.runtime.TopicSpan;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code newsmill run}: everything on this machine. */
@Command(
        name = "run",
        description = "Runs everything on this machine: Kafka, the stages, the outlets.",
        header = {
            "Examples:",
            "  newsmill run --once seeds/      process a folder, print the result, exit",
            "  newsmill run                    until Ctrl-C; feed it with newsmill add",
            "  newsmill run --data /var/mill https://example.org/article",
            ""
        })
final class RunCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    Newsmill root;

    @Parameters(paramLabel = "INPUT", description = "page, folder, list or URL; - reads a list from stdin")
    List<String> inputs = new ArrayList<>();

    @Option(names = "--once", description = "process the inputs, print the result, exit")
    boolean once;

    @Mixin
    Flags.Work work = new Flags.Work();

    @Mixin
    Flags.Reading reading = new Flags.Reading();

    @Override
    public Integer call() throws InterruptedException {
        Newsmill newsmill = Objects.requireNonNull(root);
        Map<Setting, String> flags = work.given();
        flags.putAll(reading.given());
        Settings settings = newsmill.settings(flags);
        if (once && inputs.isEmpty()) {
            throw CommandException.usage(
                    "run --once needs something to process", "For example: newsmill run --once seeds/");
        }
        if (settings.given(Setting.BOOTSTRAP).isPresent()) {
            throw CommandException.usage(
                    "run starts its own Kafka; bootstrap is set ("
                            + settings.resolved(Setting.BOOTSTRAP).source() + ")",
                    "On a cluster run the stages: newsmill stage clean --bootstrap HOST:PORT");
        }
        Stop stop = Stop.onSignals(newsmill.console(), Thread.currentThread());
        DataDirectory data = Connection.data(settings);
        newsmill.console().say(newsmill.console().dim("Starting Kafka and the stages on " + data.path() + " …"));
        try (Inputs opened = Inputs.open(inputs, settings);
                Mill mill = Mill.start(
                        data,
                        Connection.topics(settings),
                        settings,
                        Connection.archive(settings),
                        VersionCommand.of())) {
            return once ? runOnce(newsmill, mill, opened, settings) : runOn(newsmill, mill, opened, settings);
        } catch (InterruptedException e) {
            return stop.exitCode();
        }
    }

    private int runOn(Newsmill newsmill, Mill mill, Inputs opened, Settings settings) throws InterruptedException {
        Console console = newsmill.console();
        console.say("Running on " + Connection.data(settings).path() + ", Kafka at "
                + mill.kafka().bootstrap() + ".");
        console.say("Feed it: newsmill add URL|FILE|FOLDER   see: newsmill status, newsmill tail   stop: Ctrl-C");
        feed(mill, opened);
        while (true) {
            mill.check();
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private int runOnce(Newsmill newsmill, Mill mill, Inputs opened, Settings settings) throws InterruptedException {
        Ledger ledger = new Ledger(mill.kafka(), mill.topics(), mill.admin());
        TopicSpan before = ledger.all();
        TopicSpan publishedBefore = TopicSpan.all(mill.admin(), mill.topics().published());
        try (Progress progress = Progress.start(
                newsmill.console(), "pages", "pages", opened.estimate().orElse(-1))) {
            long fed = feed(mill, opened);
            progress.total(fed);
            mill.drain(() -> progress.at(ended(mill), note(mill)));
        }
        List<String> names = new ArrayList<>(List.of(PageFeed.STAGE));
        names.addAll(Stages.names());
        RunSummary summary = new RunSummary(names);
        ledger.read(ledger.written().after(before), summary::add);
        TopicSpan published =
                TopicSpan.all(mill.admin(), mill.topics().published()).after(publishedBefore);
        new RunReport(newsmill.console(), summary)
                .print(new TopicReader(mill.kafka()), mill.topics().published(), published, settings);
        long dead = summary.lines().stream().mapToLong(RunSummary.Line::dead).sum();
        return dead > 0 ? ExitCode.PARTLY : ExitCode.DONE;
    }

    private static long feed(Mill mill, Inputs opened) throws InterruptedException {
        long[] fed = {0};
        try (PageFeed feed = new PageFeed(mill.kafka(), mill.topics(), Clock.systemUTC())) {
            feed.feed(opened.offers(), receipt -> {
                fed[0]++;
                mill.check();
            });
        }
        return fed[0];
    }

    /** Pages whose way through the mill is over. */
    private static long ended(Mill mill) {
        List<Hosted> stages = mill.stages();
        long ended =
                stages.isEmpty() ? 0 : stages.get(stages.size() - 1).counts().emitted();
        for (Hosted stage : stages)
            ended += stage.counts().dropped() + stage.counts().dead();
        return ended;
    }

    private static String note(Mill mill) {
        StringBuilder note = new StringBuilder();
        mill.stages()
                .forEach(s -> note.append(s.name())
                        .append(' ')
                        .append(s.counts().all())
                        .append("  "));
        return note.toString().strip();
    }
}
