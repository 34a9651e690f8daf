package dev.newsmill.publish;

/**
 * How much an archive holds.
 *
 * @param decisions results that were decided on, with those that were stale or unchanged
 */
public record ArchiveCounts(long articles, long revisions, long decisions) {}
