package dev.newsmill.app.replay;

import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.message.PageId;
import dev.newsmill.publish.Archive;
import dev.newsmill.publish.Comparison;
import dev.newsmill.publish.Result;
import dev.newsmill.runtime.Arrival;
import dev.newsmill.stage.Provenance;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/** Says what trials mean for the archive. Only reads it. */
final class Judge {
    private final Archive archive;
    private final String replay;

    /** @param replay the id that the results would have: it comes after those of all replays before */
    Judge(Archive archive, String replay) {
        this.archive = archive;
        this.replay = replay;
    }

    /** One verdict per trial, in order. */
    List<Verdict> judge(List<Trial> trials) {
        List<Trial> readable = trials.stream().filter(t -> t.arrival() != null).toList();
        Iterator<Comparison> comparisons = compare(readable).iterator();
        List<Verdict> verdicts = new ArrayList<>(trials.size());
        for (Trial trial : trials) {
            verdicts.add(trial.arrival() == null ? unreadable(trial) : verdict(trial, comparisons.next()));
        }
        return verdicts;
    }

    private List<Comparison> compare(List<Trial> trials) {
        return trials.isEmpty()
                ? List.of()
                : archive.compare(trials.stream().map(this::result).toList());
    }

    private Result result(Trial trial) {
        Arrival<?> arrival = Objects.requireNonNull(trial.arrival());
        Provenance from = arrival.from();
        Provenance marked = new Provenance(from.page(), from.fetchedAt(), from.input(), replay, trial.versions());
        return new Result(trial.article(), marked, PageId.of(arrival.pageUrl()));
    }

    private static Verdict unreadable(Trial trial) {
        String why = String.valueOf(trial.refusal());
        return new Verdict(
                trial.at(), Verdict.Kind.failed, trial.at().toString(), null, List.of(), 0, null, null, why, false);
    }

    private static Verdict verdict(Trial trial, Comparison comparison) {
        Arrival<?> arrival = Objects.requireNonNull(trial.arrival());
        EnrichedArticle article = trial.article();
        Verdict.Kind kind = kind(trial, comparison);
        boolean differs = comparison.current() != null || kind == Verdict.Kind.accepted;
        return new Verdict(
                trial.at(),
                kind,
                article == null ? arrival.value().id() : article.id(),
                arrival.pageUrl(),
                comparison.changed(),
                comparison.revision(),
                comparison.current(),
                differs ? article : null,
                trial.refusal() == null ? comparison.detail() : trial.refusal().toString(),
                differs);
    }

    private static Verdict.Kind kind(Trial trial, Comparison comparison) {
        if (trial.refusal() != null && trial.refusal().failed()) return Verdict.Kind.failed;
        return switch (comparison.change()) {
            case NEW -> Verdict.Kind.accepted;
            case UPDATED -> Verdict.Kind.changed;
            case UNCHANGED -> Verdict.Kind.same;
            case STALE -> Verdict.Kind.stale;
            case WITHDRAWN -> Verdict.Kind.dropped;
        };
    }
}
