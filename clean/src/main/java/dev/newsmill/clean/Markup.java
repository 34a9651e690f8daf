package dev.newsmill.clean;

import dev.newsmill.message.Span;
import org.jsoup.nodes.Element;

/** Inline markup in a line, by offsets into the line. */
record Markup(Span.Kind kind, int begin, int end, Element element) {}
