package dev.newsmill.clean;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** Elements that the reader met on its way and that metadata comes from, in the order of the page. Bounded. */
final class Sightings {
    private static final int MOST = 2000;

    final List<Element> metas = new ArrayList<>();
    final List<Element> links = new ArrayList<>();
    final List<Element> jsonLd = new ArrayList<>();
    final List<Element> titles = new ArrayList<>();
    final List<Element> times = new ArrayList<>();
    final List<Element> properties = new ArrayList<>();
    final List<Element> authorLinks = new ArrayList<>();
    final List<Element> bylines = new ArrayList<>();
    final List<Element> dates = new ArrayList<>();
    final List<Element> images = new ArrayList<>();
    final List<Integer> imageLines = new ArrayList<>();
    int scripts;
    int players;

    static void add(List<Element> list, Element element) {
        if (list.size() < MOST) list.add(element);
    }

    void image(Element element, int line) {
        if (images.size() >= MOST) return;
        images.add(element);
        imageLines.add(line);
    }
}
