package dev.newsmill.publish;

import org.jspecify.annotations.Nullable;

/**
 * What the archive holds of an article now.
 *
 * @param content null where it was withdrawn, and nothing of it is left
 * @param position of the newest result, which may be newer than the revision where it said the same
 */
record Current(int revision, @Nullable Content content, Position position) {}
