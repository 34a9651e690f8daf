package dev.newsmill.clean;

import org.jsoup.nodes.Element;

/** An element that says something about the article, and the line before which it stands. */
record Sighting(Element element, int line) {}
