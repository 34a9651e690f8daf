package dev.newsmill.app.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.newsmill.runtime.Replay;
import dev.newsmill.runtime.ReplayProgress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/**
 * A replay as it is shown.
 *
 * @param state {@code interrupted} where it should be at work and nobody is
 * @param planned records to publish
 * @param written records that went on to be published
 * @param passed records that need not be published any more
 * @param left records to do
 * @param workers processes at work on it
 * @param preview what the dry run before it counted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReplayLine(
        String schema,
        String id,
        String state,
        String from,
        String selection,
        Map<String, String> versions,
        long planned,
        long written,
        long passed,
        long left,
        int workers,
        Map<String, Long> preview,
        Instant created,
        Instant updated,
        @Nullable String undoes) {

    static ReplayLine of(Connection connection, Admin admin, Replay replay) {
        ReplayProgress progress = ReplayProgress.of(admin, connection.topics(), replay);
        int workers = workers(connection, admin, replay);
        boolean deserted = replay.state() == Replay.State.running && workers == 0;
        return new ReplayLine(
                "newsmill.replays/1",
                replay.id(),
                deserted ? "interrupted" : replay.state().name(),
                replay.from(),
                replay.selection(),
                replay.versions(),
                replay.planned(),
                progress.tally().written(),
                progress.tally().passed(),
                replay.planned() - progress.tally().all(),
                workers,
                replay.preview(),
                replay.created(),
                replay.updated(),
                replay.undoes());
    }

    private static int workers(Connection connection, Admin admin, Replay replay) {
        String group = connection.topics().replayGroup(replay.id());
        try {
            return Objects.requireNonNullElse(
                    Groups.members(admin, List.of(group)).get(group), 0);
        } catch (InterruptedException e) {
            throw new org.apache.kafka.common.errors.InterruptException(e);
        }
    }

    String sentence() {
        return "Replay " + id + " is " + state + ": " + Measures.count(written) + " of " + Measures.count(planned)
                + " written" + (passed > 0 ? ", " + Measures.count(passed) + " not needed any more" : "")
                + (left > 0 ? ", " + Measures.count(left) + " left" : "") + next();
    }

    private String next() {
        return switch (state) {
            case "paused", "interrupted" -> ". Go on: newsmill replays resume " + id;
            case "done" -> written > 0 && undoes == null ? ". Take it back: newsmill replays undo " + id : ".";
            default -> ".";
        };
    }
}
