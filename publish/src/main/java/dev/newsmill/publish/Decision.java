package dev.newsmill.publish;

import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.message.Publication;
import dev.newsmill.message.Publication.Change;
import dev.newsmill.stage.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a result means for its article.
 *
 * @param revision the revision that it makes, or the current one where it makes none
 * @param changed names of fields that differ from the revision before
 * @param detail why it makes no revision; null where it does
 */
record Decision(
        Change change,
        int revision,
        List<String> changed,
        @Nullable String detail) {

    /**
     * A result counts only if it comes after the newest one that the archive knows, and makes a revision only if it
     * says something else.
     *
     * @param current null where the archive does not know the article
     */
    static Decision on(@Nullable Current current, Candidate candidate) {
        if (current == null) return new Decision(Change.NEW, 1, List.of(), null);
        if (candidate.position().compareTo(current.position()) <= 0) return stale(current, candidate);
        List<String> changed = Changes.between(current.content().article(), candidate.article());
        return changed.isEmpty()
                ? new Decision(Change.UNCHANGED, current.revision(), List.of(), "as revision " + current.revision())
                : new Decision(Change.UPDATED, current.revision() + 1, changed, null);
    }

    private static Decision stale(Current current, Candidate candidate) {
        String detail = candidate.position() + "; the newest is " + current.position();
        return new Decision(Change.STALE, current.revision(), List.of(), detail);
    }

    boolean revises() {
        return change == Change.NEW || change == Change.UPDATED;
    }

    Publication publication(EnrichedArticle article) {
        return new Publication(article.id(), revision, change, changed, article);
    }

    Outcome<Publication> outcome(EnrichedArticle article) {
        return revises() ? Outcome.emit(publication(article)) : Outcome.drop(Names.of(change), detail);
    }
}
