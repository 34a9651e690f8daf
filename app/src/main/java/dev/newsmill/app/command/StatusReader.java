package dev.newsmill.app.command;

import dev.newsmill.app.mill.Stages;
import dev.newsmill.message.Receipt;
import dev.newsmill.runtime.Audit;
import dev.newsmill.runtime.GroupProgress;
import dev.newsmill.runtime.Ledger;
import dev.newsmill.runtime.PageFeed;
import dev.newsmill.runtime.TopicReader;
import dev.newsmill.runtime.TopicSpan;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** Asks Kafka how a mill is. Looks again cheaply: it reads only receipts that are new. Not thread-safe. */
final class StatusReader {
    /** Of each partition of the ledger: about three seconds to read. */
    private static final long MOST_RECEIPTS = 100_000;

    private static final long MOST_COUNTED = 100;

    private final Connection connection;
    private final Admin admin;
    private final Clock clock;
    private final Ledger ledger;
    private final List<Audit.Link> chain;
    private final Activity activity = new Activity();
    private @Nullable TopicSpan seen;
    private boolean isCut;

    /** A reader that uses, and does not close, {@code admin}. */
    StatusReader(Connection connection, Admin admin, Clock clock) {
        this.connection = connection;
        this.admin = admin;
        this.clock = clock;
        this.ledger = new Ledger(connection.kafka(), connection.topics(), admin);
        this.chain = Stages.links(connection.topics());
    }

    Status read() throws InterruptedException {
        readReceipts();
        Map<String, Integer> members = Groups.members(
                admin,
                chain.stream().map(l -> connection.topics().group(l.stage())).toList());
        List<Status.Stage> stages = new ArrayList<>(List.of(stage(PageFeed.STAGE, null, null)));
        for (Audit.Link link : chain) {
            String group = connection.topics().group(link.stage());
            Backlog backlog = backlog(GroupProgress.of(admin, group, link.input()));
            stages.add(stage(link.stage(), members.getOrDefault(group, 0), backlog));
        }
        return new Status(clock.instant(), stages, isCut ? activity.first() : null);
    }

    private void readReceipts() {
        TopicSpan now = ledger.all();
        TopicSpan fresh = seen == null ? now.last(MOST_RECEIPTS) : now.after(seen);
        if (seen == null) isCut = fresh.size() < now.size();
        ledger.read(fresh, activity::add);
        seen = now;
    }

    /** Reads only the first records that wait: enough for the oldest, and to count a few. */
    private Backlog backlog(GroupProgress progress) {
        TopicSpan remaining = progress.remaining();
        if (remaining.size() == 0) return Backlog.NONE;
        TopicSpan first = remaining.first(MOST_COUNTED);
        long[] count = {0};
        long[] oldest = {Long.MAX_VALUE};
        new TopicReader(connection.kafka()).read(progress.topic(), first, record -> {
            count[0]++;
            oldest[0] = Math.min(oldest[0], record.timestamp());
        });
        boolean exact = first.size() == remaining.size();
        if (count[0] == 0 && exact) return Backlog.NONE;
        return new Backlog(
                exact ? count[0] : remaining.size(),
                exact,
                count[0] == 0 ? clock.instant() : Instant.ofEpochMilli(oldest[0]));
    }

    private Status.Stage stage(String name, @Nullable Integer members, @Nullable Backlog backlog) {
        Instant now = clock.instant();
        Activity.Recent recent = activity.recent(name, now);
        Instant oldest = backlog == null ? null : backlog.oldest();
        Duration waited = oldest == null ? null : atLeastZero(Duration.between(oldest, now));
        Duration idle = recent.last() == null ? null : Duration.between(recent.last(), now);
        return new Status.Stage(
                name,
                members == null ? null : StageState.of(members, waited, idle),
                members,
                backlog == null ? null : backlog.records(),
                backlog == null || backlog.exact(),
                backlog == null ? null : waited == null ? 0.0 : waited.toMillis() / 1000.0,
                recent.inPerSecond(),
                recent.outPerSecond(),
                recent.p95Millis(),
                activity.total(name, Receipt.Result.emitted),
                activity.total(name, Receipt.Result.dropped),
                activity.total(name, Receipt.Result.dead));
    }

    private static Duration atLeastZero(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
