package dev.newsmill.app.command;

import dev.newsmill.app.config.Settings;
import dev.newsmill.app.console.CommandException;
import dev.newsmill.app.mill.Stages;
import dev.newsmill.message.Origin;
import dev.newsmill.runtime.Audit;
import dev.newsmill.runtime.DeadLetterTopic;
import dev.newsmill.runtime.Letter;
import dev.newsmill.runtime.LetterDesk;
import dev.newsmill.runtime.LetterEdit;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/** The dead letters of a mill, and what can be done with them. */
final class Letters {
    private final Connection connection;
    private final Admin admin;

    Letters(Connection connection, Admin admin) {
        this.connection = connection;
        this.admin = admin;
    }

    List<DeadLetter> selected(LetterSelection selection) {
        List<DeadLetter> all = new DeadLetterReader(connection, admin).read();
        return selection.of(all, connection.topics().prefix());
    }

    /** Reads letters of a stage, as they are in their topic. */
    void read(String stage, Set<Origin> letters, Consumer<Letter> each) {
        new DeadLetterTopic(connection.kafka(), connection.topics(), admin, stage).read(letters, each);
    }

    /** The letter's value in a file that can be edited. */
    ValueDraft draft(DeadLetter letter) {
        return ValueDraft.of(connection, admin, letter);
    }

    RetryTrial trial(Settings settings, LetterEdit change) {
        return new RetryTrial(connection, settings, admin, change);
    }

    /**
     * Puts the records of letters back.
     *
     * @return how many were not closed before
     */
    long retry(SortedMap<String, List<Origin>> byStage, LetterEdit change) {
        Map<String, String> inputs = Stages.links(connection.topics()).stream()
                .collect(Collectors.toMap(Audit.Link::stage, Audit.Link::input));
        long[] retried = {0};
        try (LetterDesk desk = desk()) {
            byStage.forEach((stage, places) -> {
                String input = Objects.requireNonNull(inputs.get(stage), stage);
                retried[0] += desk.retry(stage, input, places, change);
            });
        } catch (KafkaException e) {
            throw CommandException.failed(
                    "not all went back: " + e.getMessage(), "Run it again: those that did are closed.", e);
        }
        return retried[0];
    }

    /**
     * Closes letters for good.
     *
     * @return how many were not closed before
     */
    long discard(SortedMap<String, List<Origin>> byStage, String note) {
        long[] discarded = {0};
        try (LetterDesk desk = desk()) {
            byStage.forEach((stage, places) -> discarded[0] += desk.discard(stage, places, note));
        }
        return discarded[0];
    }

    private LetterDesk desk() {
        return new LetterDesk(connection.kafka(), connection.topics(), admin, Clock.systemUTC());
    }
}
