package dev.newsmill.publish;

import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.message.Origin;
import dev.newsmill.message.Publication;
import dev.newsmill.stage.Answer;
import dev.newsmill.stage.BatchStage;
import dev.newsmill.stage.Input;
import dev.newsmill.stage.RetryableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keeps articles as revisions in an archive, and publishes each revision once.
 *
 * <p>A result becomes a revision if it comes after the newest that the archive knows of its article, see
 * {@link Position}, and says something else, see {@link Changes}. Else it is dropped: {@code stale} or
 * {@code unchanged}. Each decision is remembered by article, page and run, and given again when the same result comes
 * again. Any number of publishers may share an archive.
 */
public final class Publisher implements BatchStage<EnrichedArticle, Publication> {
    private final Archive archive;
    private final Clock clock;

    /** A publisher that closes the archive when it is closed. */
    public Publisher(Archive archive, Clock clock) {
        this.archive = archive;
        this.clock = clock;
    }

    /**
     * Decides on a batch in one transaction of the archive, durable when this returns. A record that the database
     * refuses is a failure of its own and leaves the others alone.
     *
     * @throws RetryableException if the archive is in trouble; nothing of the batch happened
     */
    @Override
    public List<Answer<Publication>> applyAll(List<Input<EnrichedArticle>> inputs) {
        return answers(inputs, true);
    }

    /** What {@link #applyAll} would answer now. Nothing is kept. */
    public List<Answer<Publication>> preview(List<Input<EnrichedArticle>> inputs) {
        return answers(inputs, false);
    }

    private List<Answer<Publication>> answers(List<Input<EnrichedArticle>> inputs, boolean keep) {
        Map<Integer, Answer<Publication>> answers = new TreeMap<>();
        List<Candidate> candidates = candidates(inputs, answers);
        List<Origin> origins =
                inputs.stream().map(input -> input.from().input()).toList();
        try {
            archive.database().write(connection -> {
                Sql.run(connection, "savepoint batch");
                decide(connection, candidates, answers);
                new Store(archive.database(), connection).advanceOffsets(origins);
                if (!keep) Sql.run(connection, "rollback to savepoint batch");
                return answers;
            });
        } catch (SQLException e) {
            ArchiveException trouble = archive.database().explain(e);
            throw new RetryableException(String.valueOf(trouble.getMessage()), trouble);
        }
        return List.copyOf(answers.values());
    }

    private static List<Candidate> candidates(
            List<Input<EnrichedArticle>> inputs, Map<Integer, Answer<Publication>> answers) {
        List<Candidate> candidates = new ArrayList<>(inputs.size());
        for (int place = 0; place < inputs.size(); place++) {
            try {
                candidates.add(Candidate.of(place, inputs.get(place)));
            } catch (RuntimeException e) {
                answers.put(place, new Answer.Failed<>(e));
            }
        }
        return candidates;
    }

    /** Decides on all at once; if the database refuses one of them, on each half, down to the one that it refuses. */
    private void decide(Connection connection, List<Candidate> candidates, Map<Integer, Answer<Publication>> answers)
            throws SQLException {
        if (candidates.isEmpty()) return;
        Sql.run(connection, "savepoint records");
        try {
            Batch batch = new Batch(new Store(archive.database(), connection), clock.millis());
            List<Answer<Publication>> batchAnswers = batch.answer(candidates);
            for (int i = 0; i < candidates.size(); i++) {
                answers.put(candidates.get(i).place(), batchAnswers.get(i));
            }
            Sql.run(connection, "release savepoint records");
        } catch (SQLException e) {
            if (!archive.database().refuses(e)) throw e;
            Sql.run(connection, "rollback to savepoint records");
            Sql.run(connection, "release savepoint records");
            isolate(connection, candidates, answers, e);
        }
    }

    private void isolate(
            Connection connection,
            List<Candidate> candidates,
            Map<Integer, Answer<Publication>> answers,
            SQLException refusal)
            throws SQLException {
        if (candidates.size() == 1) {
            answers.put(candidates.get(0).place(), new Answer.Failed<>(refusal));
            return;
        }
        int half = candidates.size() / 2;
        decide(connection, candidates.subList(0, half), answers);
        decide(connection, candidates.subList(half, candidates.size()), answers);
    }

    @Override
    public void close() {
        archive.close();
    }
}
