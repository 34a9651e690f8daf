package dev.newsmill.publish;

import dev.newsmill.message.Edit;
import dev.newsmill.message.EnrichedArticle;
import java.util.List;
import java.util.Set;

/**
 * What differs between two states of an article, as far as it counts for a revision, see {@link Changes}.
 *
 * @param fields those that differ, in the order in which people look at an article; empty where nothing does
 */
public record ArticleDiff(List<FieldDiff> fields) {
    /** Fields that are running text; all others are compared line by line. */
    private static final Set<String> TEXTS = Set.of("headline", "standfirst", "text", "byline", "dateline", "section");

    public ArticleDiff {
        fields = List.copyOf(fields);
    }

    /** A pure function of both. */
    public static ArticleDiff between(EnrichedArticle before, EnrichedArticle after) {
        return new ArticleDiff(
                Changes.of(before, after).stream().map(ArticleDiff::field).toList());
    }

    private static FieldDiff field(Changes.Change change) {
        String before = FieldText.of(change.before());
        String after = FieldText.of(change.after());
        List<Piece> pieces =
                TEXTS.contains(change.field()) ? TextDiff.byWords(before, after) : TextDiff.byLines(before, after);
        return new FieldDiff(change.field(), pieces);
    }

    /** Names of the fields that differ. */
    public List<String> names() {
        return fields.stream().map(FieldDiff::field).toList();
    }

    /** How many words were removed or added in all fields: the size of the change. */
    public int words() {
        return fields.stream().mapToInt(FieldDiff::words).sum();
    }

    /** The kinds of edit that it holds. */
    public List<Edit> edits() {
        return Edits.of(this);
    }
}
