package dev.newsmill.app.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.newsmill.app.console.CommandException;
import dev.newsmill.message.Json;
import dev.newsmill.publish.Archive;
import dev.newsmill.runtime.KafkaSettings;
import dev.newsmill.runtime.OffsetSet;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Finds what a replay would change, and changes nothing. */
public final class DryRun {
    private final KafkaSettings kafka;
    private final Archive archive;
    private final Trials trials;

    /**
     * What to do.
     *
     * @param from the first stage that runs
     * @param topic that it reads
     * @param selection as it was asked for
     * @param candidate the jar that stages come from; null for this build
     * @param replay id that the results would have
     */
    public record Order(
            String from,
            String topic,
            String selection,
            @Nullable String candidate,
            String replay) {}

    /**
     * How to do it.
     *
     * @param threads how many records are worked on at once
     * @param recordLimit the longest that one record may take
     * @param rate records a second; 0 for as fast as it goes
     * @param shown how many of the largest differences the report has
     * @param out where a line of JSON for each record goes; null for none
     * @param onlyChanged in {@code out}: differences only
     * @param diffs in {@code out}: with what differs
     */
    public record Options(
            int threads,
            Duration recordLimit,
            double rate,
            int shown,
            @Nullable Path out,
            boolean onlyChanged,
            boolean diffs) {}

    /**
     * What came of it.
     *
     * @param toPublish the records that a replay would publish
     */
    public record Outcome(Report report, OffsetSet toPublish) {}

    /** A line of {@code out} for a record that is no difference. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private record Line(
            String record,
            Verdict.Kind outcome,
            String id,
            @Nullable String url,
            int revision,
            @Nullable String why,
            @Nullable String digest) {}

    /** A dry run that uses, and closes neither, archive and stages. */
    public DryRun(KafkaSettings kafka, Archive archive, Trials trials) {
        this.kafka = kafka;
        this.archive = archive;
        this.trials = trials;
    }

    /** @param progress is told how many records are done */
    public Outcome run(Order order, OffsetSet records, Options options, LongConsumer progress)
            throws InterruptedException {
        Rehearsal.Options how =
                new Rehearsal.Options(options.threads, options.recordLimit, options.rate, options.shown, order.replay);
        try (@Nullable BufferedWriter out = options.out == null ? null : Files.newBufferedWriter(options.out);
                Rehearsal rehearsal = new Rehearsal(
                        kafka,
                        trials,
                        archive,
                        how,
                        (verdict, difference) -> write(out, verdict, difference, options),
                        progress)) {
            Tally tally = rehearsal.run(order.topic, records);
            Report report = tally.report(order.from, trials.versions(), order.candidate, order.selection);
            return new Outcome(report, tally.toPublish());
        } catch (IOException e) {
            throw CommandException.failed("cannot write " + options.out + ": " + e, "Give --out another place.", e);
        }
    }

    private static void write(
            @Nullable BufferedWriter out, Verdict verdict, @Nullable Difference difference, Options options) {
        if (out == null || (options.onlyChanged && difference == null)) return;
        Object line = difference == null ? line(verdict) : options.diffs ? difference : difference.withoutDiff();
        try {
            out.write(Json.shared().writeValueAsString(line));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Line line(Verdict verdict) {
        return new Line(
                verdict.at().toString(),
                verdict.kind(),
                verdict.id(),
                verdict.url(),
                verdict.revision(),
                verdict.why(),
                verdict.digest());
    }
}
