package dev.newsmill.publish;

/**
 * An article that is like another one.
 *
 * @param share about how large a share of their word triples they have in common, from 0 to 1
 * @param article without a snippet
 */
public record SimilarArticle(double share, ArticleRow article) {}
