package dev.newsmill.publish;

/**
 * What the archive holds of an article now.
 *
 * @param position of the newest result, which may be newer than the revision where it said the same
 */
record Current(int revision, Content content, Position position) {}
