package dev.newsmill.app.command;

import dev.newsmill.app.console.CommandException;
import dev.newsmill.app.replay.OffsetRange;
import dev.newsmill.app.replay.Selection;
import dev.newsmill.app.replay.TimeRange;
import dev.newsmill.app.replay.VersionCondition;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags that say which records to replay. */
final class SelectionFlags {
    private static final int MOST_IDS = 1_000_000;
    private static final int LONGEST_ID = 4000;

    @Option(
            names = "--at",
            paramLabel = "RANGE",
            description = "when they came in: 2026-03-01, -48h:-24h, -1h:end, 2026-03-01:1d, :-7d")
    @Nullable
    String at;

    @Option(names = "--offsets", paramLabel = "T/P:A-B", description = "such as pages/0:100-200; may be repeated")
    List<String> offsets = new ArrayList<>();

    @Option(names = "--host", paramLabel = "GLOB", description = "of the page: '*.example.org'")
    @Nullable
    String host;

    @Option(names = "--ids", paramLabel = "FILE", description = "ids or URLs, one a line; - for stdin")
    @Nullable
    String ids;

    @Option(names = "--reason", paramLabel = "WORD", description = "why a stage dropped them or failed")
    @Nullable
    String reason;

    @Option(names = "--version", paramLabel = "'S<V'", description = "stage that made them: 'clean<1.1'")
    @Nullable
    String version;

    @Option(names = "--sample", paramLabel = "N", description = "N of these, the same each time")
    int sample;

    @Option(names = "--limit", paramLabel = "N", description = "the first N of these")
    int limit;

    /** @throws CommandException with exit code 2 if a flag makes no sense */
    Selection selection(Clock clock) {
        try {
            return new Selection(
                    at == null ? TimeRange.ALL : TimeRange.parse(at, clock),
                    offsets.stream().map(OffsetRange::parse).toList(),
                    host,
                    ids == null ? Set.of() : ids(ids),
                    reason,
                    version == null ? null : VersionCondition.parse(version),
                    sample,
                    limit);
        } catch (IllegalArgumentException e) {
            throw CommandException.usage(
                    String.valueOf(e.getMessage()),
                    "Write --at -48h:-24h, --offsets pages/0:100-200, --version 'clean<1.1', and --sample or --limit.");
        }
    }

    /** What was asked for, as it was typed. */
    String text() {
        List<String> flags = new ArrayList<>();
        add(flags, "--at", at);
        offsets.forEach(range -> add(flags, "--offsets", range));
        add(flags, "--host", host);
        add(flags, "--ids", ids);
        add(flags, "--reason", reason);
        add(flags, "--version", version);
        if (sample > 0) add(flags, "--sample", Integer.toString(sample));
        if (limit > 0) add(flags, "--limit", Integer.toString(limit));
        return flags.isEmpty() ? "all" : String.join(" ", flags);
    }

    private static void add(List<String> flags, String name, @Nullable String value) {
        if (value != null) flags.add(name + " " + Archives.quoted(value));
    }

    private static Set<String> ids(String file) {
        Set<String> ids = new HashSet<>();
        try (BufferedReader lines = file.equals("-")
                ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                : Files.newBufferedReader(Path.of(file))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String id = line.strip();
                if (id.isEmpty() || id.length() > LONGEST_ID) continue;
                ids.add(id);
                if (ids.size() > MOST_IDS) {
                    throw CommandException.usage("more than " + MOST_IDS + " ids", "Split " + file + ".");
                }
            }
        } catch (IOException e) {
            throw CommandException.usage(
                    "cannot read " + file + ": " + e.getMessage(), "Give --ids a text file, or -.");
        }
        if (ids.isEmpty()) throw CommandException.usage("there are no ids in " + file, "Give one a line.");
        return ids;
    }
}
