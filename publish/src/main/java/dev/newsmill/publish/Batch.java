package dev.newsmill.publish;

import dev.newsmill.message.Publication;
import dev.newsmill.message.Publication.Change;
import dev.newsmill.stage.Answer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Decides on candidates against what the archive holds, then writes all that follows at once. Used once. */
final class Batch {
    private final Store store;
    private final long now;

    private final Map<String, Current> currents = new HashMap<>();
    private final Map<Candidate.Key, Decision> before = new HashMap<>();
    private final Map<String, String> barred = new HashMap<>();

    private final Map<Candidate.Key, Decision> decided = new LinkedHashMap<>();
    private final List<Store.NewRevision> revisions = new ArrayList<>();
    private final Map<String, Publication> added = new TreeMap<>();
    private final Map<String, Publication> revised = new TreeMap<>();
    private final Map<String, Current> advanced = new TreeMap<>();

    Batch(Store store, long now) {
        this.store = store;
        this.now = now;
    }

    /** The answer to each candidate, in order. */
    List<Answer<Publication>> answer(List<Candidate> candidates) throws SQLException {
        load(candidates);
        List<Answer<Publication>> answers = new ArrayList<>(candidates.size());
        for (Candidate candidate : candidates) answers.add(answer(candidate));
        write();
        return answers;
    }

    private void load(List<Candidate> candidates) throws SQLException {
        Set<String> ids = candidates.stream().map(Candidate::id).collect(Collectors.toSet());
        Set<String> pages = candidates.stream().map(c -> c.key().page()).collect(Collectors.toSet());
        currents.putAll(store.lock(ids));
        before.putAll(store.decisions(ids, pages));
        Set<String> barable = candidates.stream().map(Candidate::pageId).collect(Collectors.toSet());
        barable.addAll(ids);
        barred.putAll(store.barred(barable));
    }

    private Answer<Publication> answer(Candidate candidate) throws SQLException {
        try {
            Decision known = before.get(candidate.key());
            return known == null ? decide(candidate) : again(known, candidate);
        } catch (RuntimeException e) {
            return new Answer.Failed<>(e);
        }
    }

    /** Answers as before, with the article as it was published. */
    private Answer<Publication> again(Decision decision, Candidate candidate) throws SQLException {
        if (!decision.revises() || decided.containsKey(candidate.key())) {
            return new Answer.Of<>(decision.outcome(candidate.article()));
        }
        Content content = store.content(candidate.id(), decision.revision());
        return new Answer.Of<>(
                content == null
                        ? Decision.barred(null, candidate.id()).outcome(candidate.article())
                        : decision.outcome(content.article()));
    }

    private Answer<Publication> decide(Candidate candidate) {
        Current current = currents.get(candidate.id());
        String taken = barred.getOrDefault(candidate.id(), barred.get(candidate.pageId()));
        Decision decision = taken == null ? Decision.on(current, candidate) : Decision.barred(current, taken);
        Answer.Of<Publication> answer = new Answer.Of<>(decision.outcome(candidate.article()));
        if (decision.revises()) {
            revise(candidate, decision);
        } else if (current != null && decision.change() == Change.UNCHANGED) {
            advance(candidate, current);
        }
        before.put(candidate.key(), decision);
        if (currents.containsKey(candidate.id())) decided.put(candidate.key(), decision);
        return answer;
    }

    private void revise(Candidate candidate, Decision decision) {
        Publication publication = decision.publication(candidate.article());
        Content content = Content.of(candidate.article());
        revisions.add(new Store.NewRevision(publication, candidate.position(), content, now));
        currents.put(candidate.id(), new Current(decision.revision(), content, candidate.position()));
        boolean isNew = decision.revision() == 1 || added.containsKey(candidate.id());
        (isNew ? added : revised).put(candidate.id(), publication);
    }

    private void advance(Candidate candidate, Current current) {
        Current next = new Current(current.revision(), current.content(), candidate.position());
        currents.put(candidate.id(), next);
        advanced.put(candidate.id(), next);
    }

    private void write() throws SQLException {
        store.insert(List.copyOf(added.values()), currents);
        store.revise(List.copyOf(revised.values()), currents);
        advanced.keySet().removeAll(added.keySet());
        advanced.keySet().removeAll(revised.keySet());
        store.advance(advanced);
        store.addRevisions(revisions);
        store.addDecisions(decided);
        store.index(added.values());
        store.index(revised.values());
    }
}
