package dev.newsmill.app.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a mill is.
 *
 * @param countedSince emitted, dropped and dead are counted from here on, because there are too many receipts to read
 *     all; null where they are of all time
 * @param violations limits of --check that are not met
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Status(
        String schema,
        Instant at,
        List<Stage> stages,
        Totals totals,
        @Nullable Instant countedSince,
        List<String> violations) {

    /** Over all stages. */
    record Totals(long pages, long published, long dropped, long dead) {}

    /**
     * One stage.
     *
     * @param state null for ingest, which works only while it is fed
     * @param lag records that wait in front of it; at most so many if {@code lagExact} is false
     * @param lagSeconds how long the first of them waits
     * @param p95Millis of the time in the stage's function, over the last five minutes, as the rates
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Stage(
            String stage,
            @Nullable StageState state,
            @Nullable Integer instances,
            @Nullable Long lag,
            boolean lagExact,
            @Nullable Double lagSeconds,
            double inPerSecond,
            double outPerSecond,
            @Nullable Double p95Millis,
            long emitted,
            long dropped,
            long dead) {}

    Status(Instant at, List<Stage> stages, @Nullable Instant countedSince) {
        this("newsmill.status/1", at, stages, totals(stages), countedSince, List.of());
    }

    Status {
        stages = List.copyOf(stages);
        violations = List.copyOf(violations);
    }

    Status with(List<String> found) {
        return new Status(schema, at, stages, totals, countedSince, found);
    }

    private static Totals totals(List<Stage> stages) {
        long pages = stages.isEmpty() ? 0 : stages.get(0).emitted();
        long published = stages.isEmpty() ? 0 : stages.get(stages.size() - 1).emitted();
        return new Totals(
                pages,
                published,
                stages.stream().mapToLong(Stage::dropped).sum(),
                stages.stream().mapToLong(Stage::dead).sum());
    }
}
