package dev.newsmill.publish;

import dev.newsmill.message.Edit;
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
        List<Edit> edits,
        @Nullable String detail) {

    /**
     * A result counts only if it comes after the newest one that the archive knows, and makes a revision only if it
     * says something else.
     *
     * @param current null where the archive does not know the article
     */
    static Decision on(@Nullable Current current, Candidate candidate) {
        if (current == null) return new Decision(Change.NEW, 1, List.of(), List.of(), null);
        if (candidate.position().compareTo(current.position()) <= 0) return stale(current, candidate);
        if (current.content() == null)
            return new Decision(Change.NEW, current.revision() + 1, List.of(), List.of(), null);
        return on(current.revision(), current.content().article(), candidate);
    }

    private static Decision on(int revision, EnrichedArticle before, Candidate candidate) {
        List<String> changed = Changes.between(before, candidate.article());
        if (changed.isEmpty()) {
            return new Decision(Change.UNCHANGED, revision, List.of(), List.of(), "as revision " + revision);
        }
        return new Decision(Change.UPDATED, revision + 1, changed, edits(before, candidate), null);
    }

    /** What a replay changes is the work of our rules, not of an editor. */
    private static List<Edit> edits(EnrichedArticle before, Candidate candidate) {
        boolean live = candidate.position().run().replay().isEmpty();
        return live ? Edits.of(ArticleDiff.between(before, candidate.article())) : List.of();
    }

    /** The article was taken down, and may not come back. */
    static Decision barred(@Nullable Current current, String article) {
        int revision = current == null ? 0 : current.revision();
        return new Decision(Change.WITHDRAWN, revision, List.of(), List.of(), "article " + article + " was taken down");
    }

    private static Decision stale(Current current, Candidate candidate) {
        String detail = candidate.position().olderThan(current.position());
        return new Decision(Change.STALE, current.revision(), List.of(), List.of(), detail);
    }

    boolean revises() {
        return change == Change.NEW || change == Change.UPDATED;
    }

    Publication publication(EnrichedArticle article) {
        return new Publication(article.id(), revision, change, changed, edits, article);
    }

    Outcome<Publication> outcome(EnrichedArticle article) {
        return revises() ? Outcome.emit(publication(article)) : Outcome.drop(Names.of(change), detail);
    }
}
