package dev.newsmill.publish;

import org.jspecify.annotations.Nullable;

/**
 * One line of a search result.
 *
 * @param headline cut to 500 characters; null where the page has none
 * @param datePublished as the page says it
 * @param revision number of the current revision
 * @param snippet the text around the first word searched for, else its begin; one line
 */
public record ArticleRow(
        String id,
        String url,
        @Nullable String headline,
        @Nullable String datePublished,
        @Nullable String language,
        int revision,
        String snippet) {}
