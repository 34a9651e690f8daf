package dev.newsmill.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An article with what the annotators found in it. A value of topic {@code enriched}; in JSON the article's fields and
 * these stand side by side.
 *
 * @param mentions by begin, not overlapping
 * @param entities by first mention
 * @param timexes by begin, not overlapping
 * @param signature near-duplicate signature of the text; null where it is too short for one
 * @param annotators name and version of each annotator that ran
 * @param annotations what further annotators add, by the annotator's name
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record EnrichedArticle(
        @JsonUnwrapped Article article,
        List<EntityMention> mentions,
        List<Entity> entities,
        List<Timex> timexes,
        List<Quote> quotes,
        @Nullable String signature,
        SortedMap<String, String> annotators,
        SortedMap<String, JsonNode> annotations)
        implements Message {

    public EnrichedArticle {
        Objects.requireNonNull(article, "article");
        mentions = Copies.of(mentions);
        entities = Copies.of(entities);
        timexes = Copies.of(timexes);
        quotes = Copies.of(quotes);
        annotators = Copies.of(annotators);
        annotations = Copies.of(annotations);
    }

    @Override
    public String id() {
        return article.id();
    }

    @Override
    public String url() {
        return article.url();
    }

    @Override
    public Map<String, Long> facts() {
        Map<String, Long> facts = new TreeMap<>(article.facts());
        facts.put("mentions", (long) mentions.size());
        facts.put("entities", (long) entities.size());
        facts.put("dates", (long) timexes.size());
        facts.put("quotes", (long) quotes.size());
        return facts;
    }
}
