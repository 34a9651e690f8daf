package dev.newsmill.publish;

import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.stage.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * What the stages made of a page.
 *
 * @param article null where a stage dropped it
 * @param pageId id of the page that it comes from
 */
public record Result(@Nullable EnrichedArticle article, Provenance from, String pageId) {}
