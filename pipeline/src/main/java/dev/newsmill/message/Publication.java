package dev.newsmill.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A revision of an article, as outlets get it. A value of topic {@code published}.
 *
 * @param revision counts from 1 per article
 * @param changed names of the article's fields that differ from the revision before; empty for a new article
 * @param edits kinds of edit that a new fetch of its page brought; empty where a replay made the revision
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Publication(
        String id, int revision, Change change, List<String> changed, List<Edit> edits, EnrichedArticle article)
        implements Message {

    /** What a result means for the archive. */
    public enum Change {
        /** The archive did not have the article. */
        @JsonProperty("new")
        NEW,
        /** It differs from the current revision. */
        @JsonProperty("updated")
        UPDATED,
        /** It says what the current revision says: not published. */
        @JsonProperty("unchanged")
        UNCHANGED,
        /** It comes from an older page or an older run than the current revision: not published. */
        @JsonProperty("stale")
        STALE,
        /** The article was taken down. */
        @JsonProperty("withdrawn")
        WITHDRAWN
    }

    public Publication {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(change, "change");
        Objects.requireNonNull(article, "article");
        if (revision < 1) throw new IllegalArgumentException("revision " + revision);
        changed = Copies.of(changed);
        edits = Copies.of(edits);
    }

    /** A revision without a word on its edits. */
    public Publication(String id, int revision, Change change, List<String> changed, EnrichedArticle article) {
        this(id, revision, change, changed, List.of(), article);
    }

    @Override
    public String url() {
        return article.url();
    }

    @Override
    public Map<String, Long> facts() {
        Map<String, Long> facts = new TreeMap<>(article.facts());
        facts.put("revision", (long) revision);
        return facts;
    }
}
