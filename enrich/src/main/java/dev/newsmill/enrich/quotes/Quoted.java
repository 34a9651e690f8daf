package dev.newsmill.enrich.quotes;

/**
 * Words between quotation marks.
 *
 * @param first the token of the opening mark
 * @param last the token of the closing mark, or the last of the paragraph where the quotation goes on in the next one
 */
record Quoted(int first, int last) {}
