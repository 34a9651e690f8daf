package dev.newsmill.message;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Map;

/** A value of one of the four topics. */
public sealed interface Message permits Page, Article, EnrichedArticle, Publication {

    /** The record's key: the page id for a {@link Page}, the article id for all others. */
    String id();

    /** The URL that the page was fetched from. */
    String url();

    /** A few numbers about the quality of this value, for its receipt in the ledger: characters, blocks, names … */
    @JsonIgnore
    Map<String, Long> facts();
}
