package dev.newsmill.clean;

/**
 * A page's text.
 *
 * @param charset the name of the encoding that it was read with
 * @param source what named the encoding: {@code bom}, {@code http}, {@code meta}, {@code content} or {@code language}
 */
record Decoded(String text, String charset, String source) {}
