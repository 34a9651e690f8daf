package dev.newsmill.enrich;

import com.fasterxml.jackson.databind.JsonNode;
import dev.newsmill.enrich.text.Tokenizer;
import dev.newsmill.enrich.text.Tokens;
import dev.newsmill.message.Article;
import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.message.Entity;
import dev.newsmill.message.EntityMention;
import dev.newsmill.message.Quote;
import dev.newsmill.message.Timex;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An enriched article in the making: what the annotators so far found. Not thread-safe: one per article. */
public final class Draft {
    private final Article article;
    private final List<EntityMention> mentions = new ArrayList<>();
    private final List<Entity> entities = new ArrayList<>();
    private final List<Timex> timexes = new ArrayList<>();
    private final List<Quote> quotes = new ArrayList<>();
    private final SortedMap<String, String> annotators = new TreeMap<>();
    private final SortedMap<String, JsonNode> annotations = new TreeMap<>();
    private @Nullable String signature;
    private @Nullable Tokens tokens;

    Draft(Article article) {
        this.article = article;
    }

    public Article article() {
        return article;
    }

    /** The text that all offsets point into. */
    public String text() {
        return article.text();
    }

    /** The words and sentences of the text; worked out once. */
    public Tokens tokens() {
        if (tokens == null) tokens = Tokenizer.tokenize(text());
        return tokens;
    }

    /** Mentions found so far; annotators add to it and may replace elements. */
    public List<EntityMention> mentions() {
        return mentions;
    }

    public List<Entity> entities() {
        return entities;
    }

    public List<Timex> timexes() {
        return timexes;
    }

    public List<Quote> quotes() {
        return quotes;
    }

    public void signature(String value) {
        signature = value;
    }

    /** Adds the result of an annotator that has no field of its own. */
    public void annotation(String name, JsonNode value) {
        annotations.put(name, value);
    }

    void ran(Annotator annotator) {
        annotators.put(annotator.name(), annotator.version());
    }

    EnrichedArticle finish() {
        return new EnrichedArticle(article, mentions, entities, timexes, quotes, signature, annotators, annotations);
    }
}
