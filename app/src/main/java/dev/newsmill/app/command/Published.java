package dev.newsmill.app.command;

import dev.newsmill.runtime.GroupProgress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;

/** How far the stage is that publishes: what the archive has decided, and what has come into the topic. */
final class Published {
    private static final String STAGE = "publish";
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final long LOOK_MILLIS = 50;

    private final Connection connection;
    private final Admin admin;

    Published(Connection connection, Admin admin) {
        this.connection = connection;
        this.admin = admin;
    }

    /**
     * Waits until all that the archive has decided is committed in Kafka, for at most 20 s, and only as long as somebody
     * publishes: a stage that was killed in between asks the archive again when it starts.
     *
     * @param decided topic to partition to next offset, as the archive says
     */
    void awaitDecided(SortedMap<String, SortedMap<Integer, Long>> decided) throws InterruptedException {
        String input = connection.topics().enriched();
        SortedMap<Integer, Long> goal = decided.getOrDefault(input, new TreeMap<>());
        String group = connection.topics().group(STAGE);
        long end = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < end && !hasCommitted(group, input, goal) && hasMembers(group)) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    private boolean hasCommitted(String group, String input, Map<Integer, Long> goal) {
        SortedMap<Integer, Long> committed =
                GroupProgress.of(admin, group, input).committed();
        return goal.entrySet().stream().allMatch(next -> committed.getOrDefault(next.getKey(), 0L) >= next.getValue());
    }

    private boolean hasMembers(String group) throws InterruptedException {
        return Groups.members(admin, List.of(group)).getOrDefault(group, 0) > 0;
    }
}
