package dev.newsmill.app.command;

import dev.newsmill.app.broker.DataDirectory;
import dev.newsmill.app.config.Setting;
import dev.newsmill.app.config.Settings;
import dev.newsmill.app.mill.Hosted;
import dev.newsmill.app.mill.InstanceName;
import dev.newsmill.app.mill.StageFailure;
import dev.newsmill.app.mill.StageSettings;
import dev.newsmill.app.mill.Stages;
import dev.newsmill.runtime.DeliveryMode;
import dev.newsmill.runtime.LoopOptions;
import dev.newsmill.runtime.PageFeed;
import dev.newsmill.runtime.TopicPlan;
import dev.newsmill.stage.StageProvider;
import java.util.ArrayList;
import java.util.List;
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

/** {@code newsmill stage}: one stage alone, against a cluster. */
@Command(
        name = "stage",
        description = "Runs one stage alone. Start as many instances as you like, anywhere: they share the partitions.",
        header = {
            "Examples:",
            "  newsmill stage clean --bootstrap kafka:9092",
            "  newsmill stage publish --bootstrap kafka:9092 --archive jdbc:postgresql://db/news",
            ""
        })
final class StageCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    Newsmill root;

    @Parameters(paramLabel = "NAME", description = "clean, enrich or publish")
    String name = "";

    @Option(
            names = "--instance",
            paramLabel = "NAME",
            description = "stable name of this instance (host and a free number)")
    @Nullable
    String instance;

    @Option(names = "--no-transactions", hidden = true, description = "at least once; to measure against")
    boolean atLeastOnce;

    @Option(names = "--pause-before-commit", hidden = true, paramLabel = "MS", description = "for tests of crashes")
    int pauseBeforeCommit;

    @Mixin
    Flags.Work work = new Flags.Work();

    @Override
    public Integer call() throws InterruptedException {
        Newsmill newsmill = Objects.requireNonNull(root);
        Settings settings = newsmill.settings(work.given());
        StageProvider<?, ?> provider = Stages.named(name);
        Connection connection = Connection.of(settings);
        DataDirectory data = Connection.data(settings);
        Stop stop = Stop.onSignals(newsmill.console(), Thread.currentThread());
        makeTopics(connection, settings);
        try (InstanceName claimed = InstanceName.claim(data.state(), name, instance);
                Hosted stage = Hosted.start(
                        provider,
                        connection.kafka(),
                        connection.topics(),
                        StageSettings.options(settings, Connection.archive(settings), data.out()),
                        loop(settings, claimed, data))) {
            newsmill.console()
                    .say("Stage " + name + " " + provider.version() + " as " + claimed.value() + " on "
                            + connection.kafka().bootstrap() + "; Ctrl-C stops it.");
            return watch(stage, stop);
        }
    }

    private static int watch(Hosted stage, Stop stop) {
        try {
            while (!stop.isAsked()) {
                RuntimeException failure = stage.failure();
                if (failure != null) throw StageFailure.of(stage.name(), failure);
                TimeUnit.MILLISECONDS.sleep(100);
            }
        } catch (InterruptedException e) {
            return stop.exitCode();
        }
        return stop.exitCode();
    }

    private LoopOptions loop(Settings settings, InstanceName claimed, DataDirectory data) {
        LoopOptions options = StageSettings.loop(settings, name, claimed.value(), data.state());
        if (atLeastOnce) options = options.withDelivery(DeliveryMode.AT_LEAST_ONCE, true);
        return pauseBeforeCommit == 0 ? options : options.withBeforeCommit(this::pause);
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(pauseBeforeCommit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static void makeTopics(Connection connection, Settings settings) {
        List<String> stages = new ArrayList<>(List.of(PageFeed.STAGE));
        stages.addAll(Stages.names());
        int partitions = settings.number(Setting.PARTITIONS, 1, 10_000);
        short replicas = (short) settings.number(Setting.REPLICAS, 1, 100);
        try (Admin admin = connection.kafka().admin()) {
            new TopicPlan(connection.topics(), partitions, replicas).apply(admin, stages);
        }
    }
}
