package dev.newsmill.app.command;

import dev.newsmill.message.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What receipts say about each stage: in the last five minutes, and in all. Not thread-safe. */
final class Activity {
    static final Duration WINDOW = Duration.ofMinutes(5);

    private final Deque<Sample> samples = new ArrayDeque<>();
    private final Map<String, Map<Receipt.Result, Long>> totals = new HashMap<>();
    private @Nullable Instant first;

    private record Sample(String stage, Instant at, boolean emitted, double workedMillis) {}

    /**
     * The last five minutes of a stage.
     *
     * @param p95Millis of the time in the stage's function; null if there was no record
     * @param last when the stage gave its last receipt; null if there was none
     */
    record Recent(
            double inPerSecond,
            double outPerSecond,
            @Nullable Double p95Millis,
            @Nullable Instant last) {}

    void add(Receipt receipt) {
        totals.computeIfAbsent(receipt.stage(), s -> new EnumMap<>(Receipt.Result.class))
                .merge(receipt.outcome(), 1L, Long::sum);
        boolean emitted = receipt.outcome() == Receipt.Result.emitted;
        samples.add(new Sample(receipt.stage(), receipt.at(), emitted, receipt.workedMillis()));
        if (first == null || receipt.at().isBefore(first)) first = receipt.at();
    }

    long total(String stage, Receipt.Result outcome) {
        return totals.getOrDefault(stage, Map.of()).getOrDefault(outcome, 0L);
    }

    /** When the oldest receipt was given that was added; null if none was. */
    @Nullable
    Instant first() {
        return first;
    }

    Recent recent(String stage, Instant now) {
        forget(now);
        List<Sample> its = samples.stream().filter(s -> s.stage.equals(stage)).toList();
        double seconds = WINDOW.toMillis() / 1000.0;
        long out = its.stream().filter(Sample::emitted).count();
        Instant last = its.stream().map(Sample::at).max(Instant::compareTo).orElse(null);
        return new Recent(its.size() / seconds, out / seconds, p95(its), last);
    }

    private void forget(Instant now) {
        Instant begin = now.minus(WINDOW);
        samples.removeIf(s -> s.at.isBefore(begin));
    }

    private static @Nullable Double p95(List<Sample> samples) {
        if (samples.isEmpty()) return null;
        double[] sorted =
                samples.stream().mapToDouble(Sample::workedMillis).sorted().toArray();
        return sorted[(int) Math.ceil(0.95 * sorted.length) - 1];
    }
}
