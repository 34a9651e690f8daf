package dev.newsmill.app.command;

import dev.newsmill.app.config.Settings;
import dev.newsmill.app.mill.StageSettings;
import dev.newsmill.app.mill.Stages;
import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.message.Message;
import dev.newsmill.message.Origin;
import dev.newsmill.message.Publication;
import dev.newsmill.message.Receipt;
import dev.newsmill.publish.Publisher;
import dev.newsmill.runtime.DeadLetterTopic;
import dev.newsmill.runtime.FatalStageError;
import dev.newsmill.runtime.Letter;
import dev.newsmill.runtime.LetterEdit;
import dev.newsmill.runtime.LetterRehearsal;
import dev.newsmill.runtime.LoopOptions;
import dev.newsmill.runtime.Topics;
import dev.newsmill.stage.Answer;
import dev.newsmill.stage.BatchStage;
import dev.newsmill.stage.Input;
import dev.newsmill.stage.RetryableException;
import dev.newsmill.stage.Stage;
import dev.newsmill.stage.StageProvider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** Tries what would become of dead letters if they were retried. Nothing is written. */
final class RetryTrial {
    private static final int BATCH = 50;
    private static final long BATCH_BYTES = 16L << 20;
    private static final String INSTANCE = "trial";

    private final Connection connection;
    private final Settings settings;
    private final Admin admin;
    private final LetterEdit edit;

    private long emitted;
    private final Map<Ending, Long> endings = new TreeMap<>();

    /**
     * How letters of a kind would end that would not be emitted.
     *
     * @param outcome {@code dropped}, {@code dead}, or {@code untried}
     */
    record Ending(String stage, String outcome, String reason) implements Comparable<Ending> {
        @Override
        public int compareTo(Ending other) {
            int byStage = stage.compareTo(other.stage);
            int byOutcome = byStage != 0 ? byStage : outcome.compareTo(other.outcome);
            return byOutcome != 0 ? byOutcome : reason.compareTo(other.reason);
        }
    }

    RetryTrial(Connection connection, Settings settings, Admin admin, LetterEdit edit) {
        this.connection = connection;
        this.settings = settings;
        this.admin = admin;
        this.edit = edit;
    }

    long emitted() {
        return emitted;
    }

    Map<Ending, Long> endings() {
        return endings;
    }

    /** Letters that would not be dead any more. */
    long passed() {
        return emitted + count("dropped");
    }

    long count(String outcome) {
        return endings.entrySet().stream()
                .filter(e -> e.getKey().outcome().equals(outcome))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    void run(String stage, Collection<Origin> letters) {
        StageProvider<?, ?> provider = Stages.named(stage);
        try (LetterRehearsal rehearsal = rehearsal(provider)) {
            Batch batch = new Batch(stage, rehearsal);
            new DeadLetterTopic(connection.kafka(), connection.topics(), admin, stage).read(letters, batch::add);
            batch.run();
        }
    }

    private <I extends Message, O extends Message> LetterRehearsal rehearsal(StageProvider<I, O> provider) {
        Map<String, String> options = StageSettings.options(
                settings,
                Connection.archive(settings),
                Connection.data(settings).out());
        LoopOptions loop = StageSettings.loop(settings, provider.name(), INSTANCE, null);
        Topics topics = connection.topics();
        return LetterRehearsal.open(topics, provider, keepingNothing(provider.open(options)), loop);
    }

    @SuppressWarnings("unchecked") // a publisher has the types of a preview
    private static <I extends Message, O extends Message> Stage<I, O> keepingNothing(Stage<I, O> stage) {
        return stage instanceof Publisher publisher ? (Stage<I, O>) new Preview(publisher) : stage;
    }

    /** A publisher that decides and keeps nothing. */
    private record Preview(Publisher publisher) implements BatchStage<EnrichedArticle, Publication> {
        @Override
        public List<Answer<Publication>> applyAll(List<Input<EnrichedArticle>> inputs) {
            return publisher.preview(inputs);
        }

        @Override
        public void close() {
            publisher.close();
        }
    }

    /** Letters that are tried together. */
    private final class Batch {
        private final String stage;
        private final LetterRehearsal rehearsal;
        private final List<Letter> letters = new ArrayList<>();
        private long bytes;
        private @Nullable String broken;

        Batch(String stage, LetterRehearsal rehearsal) {
            this.stage = stage;
            this.rehearsal = rehearsal;
        }

        void add(Letter letter) {
            letters.add(letter);
            bytes += Math.max(0, letter.record().serializedValueSize());
            if (letters.size() >= BATCH || bytes >= BATCH_BYTES) run();
        }

        void run() {
            if (broken == null) broken = attempt();
            if (broken != null) {
                endings.merge(new Ending(stage, "untried", broken), (long) letters.size(), Long::sum);
            }
            letters.clear();
            bytes = 0;
        }

        /** What ends the trial, though not the retry; null if all letters were tried. */
        private @Nullable String attempt() {
            try {
                if (!letters.isEmpty()) rehearsal.receipts(letters, edit).forEach(RetryTrial.this::count);
                return null;
            } catch (FatalStageError | RetryableException e) {
                return String.valueOf(e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return "interrupted";
            }
        }
    }

    private void count(Receipt receipt) {
        if (receipt.outcome() == Receipt.Result.emitted) {
            emitted++;
        } else {
            String reason = String.valueOf(receipt.reason());
            endings.merge(new Ending(receipt.stage(), receipt.outcome().name(), reason), 1L, Long::sum);
        }
    }
}
