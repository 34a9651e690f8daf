package dev.newsmill.app.mill;

import dev.newsmill.message.Receipt;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of records, stage by stage, counted from receipts. Not thread-safe. */
public final class RunSummary {
    private final Map<String, Line> lines = new LinkedHashMap<>();

    /** One stage. */
    public static final class Line {
        private final String stage;
        private final long[] outcomes = new long[Receipt.Result.values().length];
        private final Map<String, Long> reasons = new TreeMap<>();
        private final List<Double> worked = new ArrayList<>();

        Line(String stage) {
            this.stage = stage;
        }

        public String stage() {
            return stage;
        }

        public long in() {
            return emitted() + dropped() + dead();
        }

        public long emitted() {
            return outcomes[Receipt.Result.emitted.ordinal()];
        }

        public long dropped() {
            return outcomes[Receipt.Result.dropped.ordinal()];
        }

        public long dead() {
            return outcomes[Receipt.Result.dead.ordinal()];
        }

        /** Counts by {@code dropped: reason} and {@code dead: error}. */
        public Map<String, Long> reasons() {
            return Collections.unmodifiableMap(reasons);
        }

        /** Milliseconds in the stage's function, by the nearest-rank method; 0 if there was no record. */
        public double percentile(double share) {
            if (worked.isEmpty()) return 0;
            List<Double> sorted = worked.stream().sorted().toList();
            int rank = (int) Math.ceil(share * sorted.size());
            return sorted.get(Math.max(0, Math.min(sorted.size(), rank) - 1));
        }
    }

    /** An empty summary that lists these stages, also if nothing comes to them. */
    public RunSummary(Collection<String> stages) {
        stages.forEach(stage -> lines.put(stage, new Line(stage)));
    }

    public void add(Receipt receipt) {
        Line line = lines.computeIfAbsent(receipt.stage(), Line::new);
        line.outcomes[receipt.outcome().ordinal()]++;
        if (receipt.reason() != null) {
            line.reasons.merge(receipt.outcome() + ": " + receipt.reason(), 1L, Long::sum);
        }
        line.worked.add(receipt.workedMillis());
    }

    public Collection<Line> lines() {
        return Collections.unmodifiableCollection(lines.values());
    }

    public Line line(String stage) {
        return lines.computeIfAbsent(stage, Line::new);
    }
}
