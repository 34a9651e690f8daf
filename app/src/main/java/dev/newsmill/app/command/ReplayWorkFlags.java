package dev.newsmill.app.command;

import dev.newsmill.app.config.Setting;
import dev.newsmill.app.config.Settings;
import dev.newsmill.app.console.CommandException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a replay works. */
final class ReplayWorkFlags {
    /** Leaves a mill on two cores enough of them for what comes in. */
    static final double DEFAULT_RATE = 20;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "records a second of each worker; 0 for no limit (publishing: 20, dry run: no limit)")
    @Nullable
    Double rate;

    @Option(names = "--threads", paramLabel = "N", description = "threads (one a processor)")
    @Nullable
    Integer threads;

    @Option(names = "--pause-before-commit", hidden = true, paramLabel = "MS", description = "for tests of crashes")
    int pauseBeforeCommit;

    Map<Setting, String> given() {
        Map<Setting, String> flags = new EnumMap<>(Setting.class);
        Newsmill.put(flags, Setting.THREADS, threads);
        return flags;
    }

    /** @throws CommandException with exit code 2 if a flag makes no sense */
    void check() {
        if (rate != null && !(rate >= 0)) throw CommandException.usage("--rate " + rate, "Give 0 or more.");
    }

    int threadCount(Settings settings) {
        int count = settings.number(Setting.THREADS, 0, 256);
        return count == 0 ? Runtime.getRuntime().availableProcessors() : count;
    }

    double publishRate() {
        return rate == null ? DEFAULT_RATE : rate;
    }

    void beforeCommit() {
        if (pauseBeforeCommit == 0) return;
        try {
            TimeUnit.MILLISECONDS.sleep(pauseBeforeCommit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
