package dev.newsmill.app.replay;

import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.publish.Archive;
import dev.newsmill.runtime.Crew;
import dev.newsmill.runtime.ReplayWork;
import dev.newsmill.stage.Outcome;
import dev.newsmill.stage.RetryableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a replay that publishes does: as the dry run before it, looked at again, since the archive may have moved on. */
final class Republish implements ReplayWork, AutoCloseable {
    private final Trials trials;
    private final Judge judge;
    private final Crew<ConsumerRecord<byte[], byte[]>, Trial> crew;

    Republish(Trials trials, Archive archive, String replay, int threads, Duration recordLimit) {
        this.trials = trials;
        this.judge = new Judge(archive, replay);
        this.crew = new Crew<>("replay", threads, recordLimit, trials::run, trials::failed);
    }

    @Override
    public List<Answer> settle(List<ConsumerRecord<byte[], byte[]>> records) throws InterruptedException {
        return answers(crew.apply(records));
    }

    /** Answers for a record that must not be tried. */
    Answer giveUp(ConsumerRecord<byte[], byte[]> record, Throwable error) {
        return answers(List.of(trials.failed(record, error))).get(0);
    }

    private List<Answer> answers(List<Trial> tried) {
        List<Verdict> verdicts = judge.judge(tried);
        List<Answer> answers = new ArrayList<>(tried.size());
        for (int i = 0; i < tried.size(); i++) answers.add(answer(tried.get(i), verdicts.get(i)));
        return answers;
    }

    private static Answer answer(Trial trial, Verdict verdict) {
        if (trial.arrival() == null) {
            throw new RetryableException(
                    "cannot read " + trial.at() + ", which could be read before",
                    new IllegalStateException(String.valueOf(trial.refusal())));
        }
        return new Answer(trial.arrival(), outcome(trial, verdict), trial.versions(), trial.workedMillis());
    }

    private static Outcome<EnrichedArticle> outcome(Trial trial, Verdict verdict) {
        EnrichedArticle article = trial.article();
        if (article != null && verdict.publishes()) return Outcome.emit(article);
        Trial.Refusal refusal = trial.refusal();
        if (refusal == null) return Outcome.drop(reason(verdict), verdict.why());
        return refusal.failed()
                ? Outcome.drop("failed", refusal + ": " + refusal.detail())
                : Outcome.drop(refusal.reason(), refusal.detail());
    }

    private static String reason(Verdict verdict) {
        return verdict.kind() == Verdict.Kind.same
                ? "unchanged"
                : verdict.kind().name();
    }

    @Override
    public void close() {
        crew.close();
    }
}
