package dev.newsmill.app.command;

import dev.newsmill.app.config.Settings;
import dev.newsmill.app.mill.Outlets;
import dev.newsmill.app.mill.StageSettings;
import dev.newsmill.runtime.OutletLoop;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code newsmill outlet}: one outlet alone, against a cluster. */
@Command(
        name = "outlet",
        description = "Runs one outlet alone: it gets each publication once, in order.",
        header = {"Examples:", "  newsmill outlet jsonl --bootstrap kafka:9092 --data /var/mill", ""})
final class OutletCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    Newsmill root;

    @Parameters(paramLabel = "NAME", description = "jsonl")
    String name = "";

    @Override
    public Integer call() {
        Newsmill newsmill = Objects.requireNonNull(root);
        Settings settings = newsmill.settings(Map.of());
        Connection connection = Connection.of(settings);
        Map<String, String> options = StageSettings.options(
                settings,
                Connection.archive(settings),
                Connection.data(settings).out());
        Stop stop = Stop.onSignals(newsmill.console(), Thread.currentThread());
        StageCommand.makeTopics(connection, settings);
        try (OutletLoop loop =
                new OutletLoop(name, connection.kafka(), connection.topics(), Outlets.open(name, options))) {
            newsmill.console()
                    .say("Outlet " + name + " on " + connection.kafka().bootstrap() + "; Ctrl-C stops it.");
            Thread thread = new Thread(loop, "outlet-" + name);
            thread.start();
            thread.join();
        } catch (InterruptedException e) {
            return stop.exitCode();
        }
        return stop.exitCode();
    }
}
