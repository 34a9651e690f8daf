package dev.newsmill.app.command;

import dev.newsmill.app.console.CommandException;
import dev.newsmill.app.console.Console;
import dev.newsmill.app.console.ExitCode;
import dev.newsmill.app.console.Progress;
import dev.newsmill.app.filter.LineFilter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A filter command over a manifest of JSON lines. */
final class ManifestRun {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Console console;
    private final int threads;

    ManifestRun(Console console, @Nullable Integer threads) {
        this.console = console;
        this.threads = threads == null ? Runtime.getRuntime().availableProcessors() : Math.max(1, threads);
    }

    /** Exit code 7 if a line got an error. */
    int run(Path manifest, LineFilter.Work work) throws InterruptedException {
        boolean stdin = manifest.toString().equals("-");
        try (InputStream in = stdin ? System.in : Files.newInputStream(manifest);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
                Progress progress = Progress.start(console, "lines", "lines", -1)) {
            LineFilter.Tally tally =
                    new LineFilter(threads, LIMIT, work).run(reader, console.out(), n -> progress.at(n, ""));
            if (tally.errors() > 0) console.say(tally.errors() + " of " + tally.lines() + " lines have an \"error\"");
            return tally.errors() > 0 ? ExitCode.PARTLY : ExitCode.DONE;
        } catch (IOException e) {
            throw CommandException.failed(
                    "cannot read " + manifest + ": " + e.getMessage(), "Give --manifest a file of JSON lines.");
        }
    }
}
