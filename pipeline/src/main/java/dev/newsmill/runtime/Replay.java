package dev.newsmill.runtime;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A replay that publishes: what it is to do, and whether it should be at work. A value of topic {@code replays}. How far
 * it is stands with the offsets of its group, see {@link ReplayProgress}.
 *
 * @param id starts with the time, so that later replays have greater ids
 * @param from the first stage that it runs
 * @param topic what that stage reads
 * @param selection as it was asked for
 * @param versions of the stages that it runs
 * @param plan the records to do, by partition, as {@link OffsetSet#runs} writes them
 * @param planned how many these are
 * @param preview what the dry run before it counted
 * @param undoes id of the replay whose revisions it takes back; null for others
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Replay(
        String id,
        State state,
        String from,
        String topic,
        String selection,
        SortedMap<String, String> versions,
        SortedMap<Integer, String> plan,
        long planned,
        SortedMap<String, Long> preview,
        Instant created,
        Instant updated,
        @Nullable String undoes) {

    /** Whether a replay should be at work. */
    public enum State {
        running,
        paused,
        cancelled,
        done;

        /** True if nothing more will come of it. */
        public boolean isFinal() {
            return this == cancelled || this == done;
        }
    }

    public Replay {
        if (!id.matches("[A-Za-z0-9._-]{1,60}")) throw new IllegalArgumentException("replay id '" + id + "'");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(selection, "selection");
        Objects.requireNonNull(created, "created");
        Objects.requireNonNull(updated, "updated");
        versions = copy(versions);
        plan = copy(plan);
        preview = copy(preview);
    }

    private static <K extends Comparable<K>, V> SortedMap<K, V> copy(@Nullable SortedMap<K, V> map) {
        return map == null ? Collections.emptySortedMap() : Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }

    /** The records to do. */
    @JsonIgnore
    public OffsetSet records() {
        return OffsetSet.parse(plan);
    }

    public Replay in(State next, Instant now) {
        return new Replay(id, next, from, topic, selection, versions, plan, planned, preview, created, now, undoes);
    }
}
