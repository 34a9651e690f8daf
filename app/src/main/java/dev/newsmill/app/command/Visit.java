package dev.newsmill.app.command;

import dev.newsmill.app.broker.DataDirectory;
import dev.newsmill.app.broker.EmbeddedBroker;
import dev.newsmill.app.config.Setting;
import dev.newsmill.app.config.Settings;
import dev.newsmill.app.console.Console;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * A look at a mill's topics: at the Kafka that runs, or, where a mill on this machine is stopped, at its own Kafka,
 * started for as long as the look takes.
 */
final class Visit implements AutoCloseable {
    private final Connection connection;
    private final @Nullable EmbeddedBroker broker;
    private final @Nullable AutoCloseable lock;

    private Visit(Connection connection, @Nullable EmbeddedBroker broker, @Nullable AutoCloseable lock) {
        this.connection = connection;
        this.broker = broker;
        this.lock = lock;
    }

    /** @throws dev.newsmill.app.console.CommandException if there is no mill at all, or it cannot be looked at */
    static Visit open(Console console, Settings settings) {
        DataDirectory data = Connection.data(settings);
        boolean atRest = settings.given(Setting.BOOTSTRAP).isEmpty()
                && data.running().isEmpty()
                && Files.isDirectory(data.kafka());
        if (!atRest) return new Visit(Connection.of(settings), null, null);
        console.say(console.dim("No mill runs on " + data.path() + "; starting its Kafka for this look …"));
        AutoCloseable lock = data.lock();
        try {
            EmbeddedBroker broker = EmbeddedBroker.start(data.kafka());
            return new Visit(Connection.to(broker.bootstrap(), settings), broker, lock);
        } catch (RuntimeException e) {
            release(lock);
            throw e;
        }
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void close() {
        if (broker != null) broker.close();
        if (lock != null) release(lock);
    }

    private static void release(AutoCloseable lock) {
        try {
            lock.close();
        } catch (Exception e) {
            LoggerFactory.getLogger(Visit.class).warn("the lock was not released: {}", e.getMessage());
        }
    }
}
