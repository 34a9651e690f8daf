package dev.newsmill.clean;

import com.fasterxml.jackson.databind.JsonNode;
import dev.newsmill.message.Author;
import dev.newsmill.message.Credit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Finds the people who wrote the article, one each, and the line that names them. Where the page names no person but
 * says that an organisation is the author, that is the author.
 */
final class AuthorReader {
    private static final int MOST = 20;
    private static final int LONGEST_BYLINE = 150;
    /** Lines from the headline to the byline, and from the first part of a byline to its last. */
    private static final int FAR = 40;

    private static final int TOGETHER = 3;
    private static final int LINES = 15;
    /** More names than this in print are those of other articles. */
    private static final int MOST_PRINTED = 6;
    /** More people than this do not write an article together; they are in other articles' bylines. */
    private static final int MOST_JOINT = 6;

    private static final Pattern PART = Pattern.compile("[|•·\\n]|\\s[-–—]\\s");

    private final PersonNames names;

    AuthorReader(PersonNames names) {
        this.names = names;
    }

    void read(Outline outline, MetaTags meta, JsonLd jsonLd, Facts facts, SiteName site) {
        List<Found> named = new ArrayList<>();
        fromJsonLd(jsonLd, named);
        List<Found> metas = meta.found(
                "author",
                "article:author",
                "dc.creator",
                "parsely-author",
                "sailthru.author",
                "twitter:data1",
                "cxenseparse:author",
                "byl");
        metas.removeIf(f -> f.value().startsWith("http")
                || f.value().startsWith("@")
                || f.value().contains("/"));
        named.addAll(metas);
        List<Found> printed = fromPage(outline, facts.headlineLine);
        printed.stream()
                .filter(f -> !named(f) && !f.source().equals("link") && namesSomebody(f, site))
                .findFirst()
                .ifPresent(f -> facts.byline = facts.take("byline", raw(f), List.of()));
        List<Found> all = new ArrayList<>(named);
        all.addAll(printed);
        Map<String, Author> people = people(all, jsonLd, facts, site);
        if (people.isEmpty()) organisation(named, facts, people);
        if (people.isEmpty()) printedAgency(printed, facts, people);
        people.values().stream().limit(MOST).forEach(facts.authors::add);
        Set<Credit> agencies = new LinkedHashSet<>();
        all.forEach(f -> names.agencies(f.value()).forEach(name -> agencies.add(new Credit(Credit.Role.agency, name))));
        agencies.stream().limit(MOST).forEach(facts.credits::add);
    }

    private boolean namesSomebody(Found f, SiteName site) {
        return !names.of(f.value(), site, true).isEmpty() || names.agency(f.value()) != null;
    }

    private static Found raw(Found f) {
        return new Found(f.source(), f.path(), f.raw());
    }

    /** Those named at the first place that names a person. */
    private Map<String, Author> people(List<Found> found, JsonLd jsonLd, Facts facts, SiteName site) {
        Map<String, Author> people = new LinkedHashMap<>();
        Found winner = null;
        for (Found f : found) {
            boolean same = winner == null
                    || (winner.source().equals(f.source())
                            && (Objects.equals(winner.path(), f.path())
                                    || f.source().equals("byline")));
            if (!same) continue;
            boolean printed = !named(f);
            if (printed && people.size() >= MOST_PRINTED) break;
            for (String name : names.of(f.value(), site, printed))
                people.putIfAbsent(Key.of(name), new Author(name, link(jsonLd, name)));
            if (winner == null && !people.isEmpty()) winner = f;
        }
        if (winner == null) return people;
        Map<String, Author> all = named(winner) ? completed(people, found, jsonLd, site) : people;
        if (all == people) facts.take("authors", winner, found);
        else facts.take("authors", byline(found, all, site), found);
        return all;
    }

    /** Metadata often name only the first of the people whom the byline names. */
    private Map<String, Author> completed(Map<String, Author> people, List<Found> found, JsonLd jsonLd, SiteName site) {
        for (Found f : found) {
            if (named(f) || f.source().equals("link")) continue;
            List<String> printed = names.joined(f.value(), site);
            if (printed.size() <= people.size() || printed.size() > MOST_JOINT) continue;
            Map<String, Author> all = new LinkedHashMap<>();
            for (String name : printed) all.putIfAbsent(Key.of(name), new Author(name, link(jsonLd, name)));
            if (all.keySet().containsAll(people.keySet())) return all;
        }
        return people;
    }

    private Found byline(List<Found> found, Map<String, Author> people, SiteName site) {
        return found.stream()
                .filter(f -> !named(f) && keys(f, site).equals(people.keySet()))
                .findFirst()
                .orElseThrow();
    }

    private Set<String> keys(Found f, SiteName site) {
        return names.joined(f.value(), site).stream().map(Key::of).collect(Collectors.toSet());
    }

    /** A byline that names an agency alone. */
    private void printedAgency(List<Found> printed, Facts facts, Map<String, Author> people) {
        for (Found f : printed) {
            String agency = names.agency(f.value());
            if (agency == null) continue;
            people.put(Key.of(agency), new Author(agency, null));
            facts.take("authors", f, printed);
            return;
        }
    }

    private static boolean named(Found f) {
        return f.source().equals("json-ld")
                || f.source().equals("meta")
                || f.source().equals("microdata");
    }

    private void organisation(List<Found> named, Facts facts, Map<String, Author> people) {
        for (Found f : named) {
            if (f.value().length() > 60
                    || Key.of(f.value()).isEmpty()
                    || f.value().contains("@")
                    || names.isStaff(f.value())) continue;
            people.put(Key.of(f.value()), new Author(f.value(), null));
            facts.take("authors", f, named);
            return;
        }
    }

    private static void fromJsonLd(JsonLd jsonLd, List<Found> found) {
        for (String field : new String[] {"author", "creator"}) {
            for (JsonNode node : jsonLd.articleNodes(field)) {
                String name = node.isObject() ? JsonLd.text(node.get("name")) : JsonLd.text(node);
                if (name != null) found.add(new Found("json-ld", "$." + field, name));
                if (node.isObject() && node.path("name").isArray())
                    for (JsonNode more : node.get("name"))
                        found.add(new Found("json-ld", "$." + field, String.valueOf(JsonLd.text(more))));
            }
            if (!found.isEmpty()) return;
        }
    }

    private static @Nullable String link(JsonLd jsonLd, String name) {
        for (JsonNode node : jsonLd.articleNodes("author")) {
            if (!node.isObject() || !name.equals(JsonLd.text(node.get("name")))) continue;
            String url = JsonLd.text(node.get("url"));
            return url != null && url.startsWith("http") ? url : null;
        }
        return null;
    }

    private List<Found> fromPage(Outline outline, int top) {
        List<Found> found = new ArrayList<>();
        List<Sighting> properties = outline.sightings().properties.stream()
                .filter(s -> names(s.element().attr("itemprop")))
                .toList();
        near(outline, properties, top, "microdata", found);
        if (found.isEmpty()) properties.forEach(s -> found.add(found("microdata", s)));
        near(outline, outline.sightings().bylines, top, "byline", found);
        near(outline, outline.sightings().authorLinks, top, "link", found);
        lines(outline, top, found);
        found.removeIf(f -> f.value().isEmpty() || f.value().length() > LONGEST_BYLINE);
        return found;
    }

    private static boolean names(String property) {
        return property.equals("author") || property.equals("creator");
    }

    /** Lines under the headline that open with the words for "by", wherever they stand. */
    private void lines(Outline outline, int top, List<Found> found) {
        int end = Math.min(outline.lines().size(), top + LINES);
        for (Line line : outline.lines().subList(Math.min(top, end), end)) {
            if (line.words > 20 || line.endsSentence() && line.words > 8) continue;
            for (String part : PART.split(line.text)) {
                if (names.opensByline(part))
                    found.add(new Found("line", line.region.toString(), Whitespace.fold(part)));
            }
        }
    }

    /** The first elements after the headline (or shortly before it), as long as they stand together. */
    private static void near(Outline outline, List<Sighting> sightings, int top, String source, List<Found> found) {
        int first = -1;
        for (Sighting sighting : sightings) {
            if (sighting.line() < top - TOGETHER || sighting.line() > top + FAR) continue;
            if (outline.elsewhere(sighting, top)) continue;
            if (first >= 0 && sighting.line() > first + TOGETHER) return;
            String text = text(sighting.element());
            if (text.isEmpty()) continue;
            if (first < 0) first = sighting.line();
            found.add(found(source, sighting));
        }
    }

    private static Found found(String source, Sighting sighting) {
        String path = source.equals("link")
                ? "a[rel=author]"
                : source.equals("microdata") ? "[itemprop=author]" : CssPath.of(sighting.element());
        Element element = sighting.element();
        String printed = Whitespace.fold(element.text());
        return new Found(source, path, text(element), printed.isEmpty() ? text(element) : printed);
    }

    private static String text(Element element) {
        if (element.normalName().equals("meta")) return Whitespace.fold(element.attr("content"));
        StringBuilder text = new StringBuilder();
        for (TextNode node : element.nodeStream(TextNode.class).limit(30).toList()) {
            Element parent = node.parent();
            boolean link = parent != null && parent.normalName().equals("a");
            text.append(node.getWholeText()).append(link ? " | " : " ");
            if (text.length() > 400) break;
        }
        return Whitespace.fold(text.toString());
    }
}
