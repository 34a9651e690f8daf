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
    final List<Sighting> times = new ArrayList<>();
    final List<Sighting> properties = new ArrayList<>();
    final List<Sighting> authorLinks = new ArrayList<>();
    final List<Sighting> bylines = new ArrayList<>();
    final List<Sighting> dates = new ArrayList<>();
    final List<Sighting> images = new ArrayList<>();
    int scripts;
    int players;

    static void add(List<Element> list, Element element) {
        if (list.size() < MOST) list.add(element);
    }

    static void add(List<Sighting> list, Element element, int line) {
        if (list.size() < MOST) list.add(new Sighting(element, line));
    }
}
