package dev.newsmill.app.command;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.newsmill.app.config.Setting;
import dev.newsmill.app.config.Settings;
import dev.newsmill.app.mill.Outlets;
import dev.newsmill.app.mill.StageSettings;
import dev.newsmill.app.mill.Stages;
import dev.newsmill.publish.Archive;
import dev.newsmill.publish.Withdrawal;
import dev.newsmill.runtime.ArticleRecords;
import dev.newsmill.runtime.ArticleRecords.Holding;
import dev.newsmill.runtime.ArticleRecords.Wanted;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;

/** Looks for what is left of a withdrawn article: in the archive, the topics and the outlets of this machine. */
final class Remains {
    private final Connection connection;
    private final Settings settings;
    private final ArticleRecords records;

    /** Looks with an {@code admin} that it does not close. */
    Remains(Connection connection, Settings settings, Admin admin) {
        this.connection = connection;
        this.settings = settings;
        this.records = new ArticleRecords(connection.kafka(), connection.topics(), admin);
    }

    /**
     * What was found.
     *
     * @param gone true if nobody can read it in what is published: archive, topic, outlets
     * @param archive rows that hold something of it
     * @param buried true if the newest that the published topic has of it is a tombstone
     * @param published records of before that the topic has not compacted away yet
     * @param outlets lines by outlet; without those that cannot tell
     * @param raw records of the topics before, and dead letters
     */
    record Report(
            String schema,
            String id,
            String reason,
            boolean gone,
            long archive,
            boolean buried,
            long published,
            SortedMap<String, Long> outlets,
            List<Holding> raw) {
        Report {
            outlets = new TreeMap<>(outlets);
            raw = List.copyOf(raw);
        }

        @JsonIgnore
        boolean outletsGone() {
            return outlets.values().stream().allMatch(count -> count == 0);
        }
    }

    Report of(Archive archive, Withdrawal withdrawal) {
        String id = withdrawal.articleId();
        List<Holding> holdings = records.find(wanted(withdrawal), Stages.names());
        String topic = connection.topics().published();
        long published = holdings.stream()
                .filter(h -> h.topic().equals(topic))
                .mapToLong(Holding::count)
                .sum();
        long rows = archive.rest(id);
        boolean buried = records.isBuried(id);
        SortedMap<String, Long> outlets = outlets(id);
        boolean delivered = outlets.values().stream().allMatch(count -> count == 0);
        return new Report(
                "newsmill.remains/1",
                id,
                withdrawal.reason(),
                rows == 0 && buried && published == 0 && delivered,
                rows,
                buried,
                published,
                outlets,
                raw(holdings));
    }

    /** The raw records that still hold it. */
    List<Holding> raw(Withdrawal withdrawal) {
        return raw(records.find(wanted(withdrawal), Stages.names()));
    }

    private List<Holding> raw(Collection<Holding> holdings) {
        String published = connection.topics().published();
        return holdings.stream().filter(h -> !h.topic().equals(published)).toList();
    }

    /** @throws IllegalStateException if a stage has not taken one of them yet */
    void delete(List<Holding> raw) {
        records.delete(raw, Stages.links(connection.topics()));
    }

    private static Wanted wanted(Withdrawal withdrawal) {
        return new Wanted(withdrawal.articleId(), withdrawal.ids(), withdrawal.pages());
    }

    private SortedMap<String, Long> outlets(String id) {
        List<String> names = Arrays.stream(settings.get(Setting.OUTLETS).split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        Map<String, String> options = StageSettings.options(
                settings,
                Connection.archive(settings),
                Connection.data(settings).out());
        return Outlets.holding(names, options, id);
    }
}
