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
import org.jspecify.annotations.Nullable;

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
        List<Result> results = new ArrayList<>(trials.size());
        List<Verdict> verdicts = new ArrayList<>(trials.size());
        for (Trial trial : trials) if (problem(trial) == null) results.add(result(trial));
        Iterator<Comparison> comparisons =
                (results.isEmpty() ? List.<Comparison>of() : archive.compare(results)).iterator();
        for (Trial trial : trials) {
            String problem = problem(trial);
            verdicts.add(problem == null ? verdict(trial, comparisons.next()) : hopeless(trial, problem));
        }
        return verdicts;
    }

    /** Why a trial cannot be compared with anything; null if it can. */
    private @Nullable String problem(Trial trial) {
        return trial.arrival() == null
                ? String.valueOf(trial.refusal())
                : result(trial).refusal();
    }

    private Result result(Trial trial) {
        Arrival<?> arrival = Objects.requireNonNull(trial.arrival());
        Provenance from = arrival.from();
        Provenance marked = new Provenance(from.page(), from.fetchedAt(), from.input(), replay, trial.versions());
        return new Result(trial.article(), marked, PageId.of(arrival.pageUrl()));
    }

    private static Verdict hopeless(Trial trial, String why) {
        Arrival<?> arrival = trial.arrival();
        String url = arrival == null ? null : arrival.pageUrl();
        String id = trial.at().toString();
        return new Verdict(trial.at(), Verdict.Kind.failed, id, url, List.of(), 0, null, null, why, null, false);
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
                trial.digest(),
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
