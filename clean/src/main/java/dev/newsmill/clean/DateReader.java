package dev.newsmill.clean;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds when the article was published and last changed. */
final class DateReader {
    private static final Pattern IN_URL =
            Pattern.compile("/((?:19|20)\\d{2})[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\\d|3[01])(?=[/_.-]|$)");
    private static final int LONGEST = 100;
    /** With as many dates in the metadata, the page's elements are not asked. */
    private static final int ENOUGH = 3;
    /** Lines around the headline in which the article's own date stands. */
    private static final int BEFORE = 6;

    private static final int AFTER = 25;
    private static final int MOST = 20;
    private static final int MOST_LINES = 60;

    private final DateText dates;

    DateReader(DateText dates) {
        this.dates = dates;
    }

    void read(Outline outline, MetaTags meta, JsonLd jsonLd, String url, boolean monthFirst, Facts facts) {
        List<Found> published = new ArrayList<>();
        add(published, "json-ld", "$.datePublished", jsonLd.articleText("datePublished"), monthFirst);
        add(
                published,
                meta.found(
                        "article:published_time",
                        "article:published",
                        "og:published_time",
                        "datepublished",
                        "parsely-pub-date",
                        "publishdate",
                        "pubdate",
                        "publish-date",
                        "dc.date.issued",
                        "dcterms.created",
                        "dcterms.date",
                        "sailthru.date",
                        "dc.date",
                        "publication_date",
                        "article.published",
                        "cxenseparse:recs:publishtime",
                        "date",
                        "article_date_original",
                        "originalpublicationdate",
                        "last-modified-date"),
                monthFirst);
        microdata(published, outline, "datePublished", monthFirst);
        int metadata = published.size();
        for (String field : new String[] {"datePublished", "uploadDate"}) {
            for (String type : new String[] {"WebPage", "VideoObject"})
                for (String value : jsonLd.texts(type, field))
                    add(published, "json-ld", "$." + field, value, monthFirst);
        }
        List<Found> near = new ArrayList<>();
        times(near, outline, facts.headlineLine, monthFirst);
        if (published.size() < ENOUGH) published.addAll(near);
        Matcher inUrl = IN_URL.matcher(url);
        if (inUrl.find())
            add(published, "url", null, inUrl.group(1) + "-" + inUrl.group(2) + "-" + inUrl.group(3), monthFirst);
        if (published.isEmpty() || inUtc(published.get(0).value()))
            visible(near, outline, facts.headlineLine, monthFirst);
        if (published.isEmpty()) published.addAll(near);
        if (published.isEmpty()) anywhere(published, outline, facts.headlineLine, monthFirst);
        facts.datePublished = facts.take("datePublished", published);
        if (facts.datePublished != null) {
            near.addAll(published.subList(0, metadata));
            facts.datePublished = PageClock.of(facts.datePublished, near);
        }
        modified(outline, meta, jsonLd, monthFirst, facts);
    }

    private void modified(Outline outline, MetaTags meta, JsonLd jsonLd, boolean monthFirst, Facts facts) {
        List<Found> found = new ArrayList<>();
        add(found, "json-ld", "$.dateModified", jsonLd.articleText("dateModified"), monthFirst);
        add(
                found,
                meta.found(
                        "article:modified_time",
                        "og:updated_time",
                        "datemodified",
                        "lastmod",
                        "last-modified",
                        "dcterms.modified"),
                monthFirst);
        microdata(found, outline, "dateModified", monthFirst);
        facts.dateModified = facts.take("dateModified", found);
    }

    private void microdata(List<Found> found, Outline outline, String property, boolean monthFirst) {
        for (Sighting sighting : outline.sightings().properties) {
            Element element = sighting.element();
            if (element.attr("itemprop").contains(property))
                add(found, "microdata", "[itemprop=" + property + "]", value(element), monthFirst);
        }
    }

    private static boolean inUtc(String date) {
        return date.endsWith("Z") || date.endsWith("+00:00");
    }

    /** Elements around the headline and not in something else; those after it come first. */
    private static List<Sighting> near(List<Sighting> sightings, Outline outline, int top) {
        return sightings.stream()
                .filter(s -> s.line() >= top - BEFORE && s.line() <= top + AFTER && !outline.elsewhere(s, top))
                .sorted(Comparator.comparing(s -> s.line() < top))
                .limit(MOST)
                .toList();
    }

    private void times(List<Found> found, Outline outline, int top, boolean monthFirst) {
        for (Sighting sighting : near(outline.sightings().times, outline, top))
            add(found, "time", CssPath.of(sighting.element()), value(sighting.element()), monthFirst);
    }

    /** Dates in words around the headline: in elements that are named for them, or alone in a short line. */
    private void visible(List<Found> found, Outline outline, int top, boolean monthFirst) {
        dateElements(found, near(outline.sightings().dates, outline, top), monthFirst);
        int end = Math.min(outline.lines().size(), top + AFTER);
        for (Line line : outline.lines().subList(Math.min(top, end), end)) line(found, line, monthFirst);
        for (Line line : outline.lines().subList(Math.max(0, Math.min(top, end) - BEFORE), Math.min(top, end)))
            line(found, line, monthFirst);
    }

    /** The first dates of the page, wherever they stand. */
    private void anywhere(List<Found> found, Outline outline, int top, boolean monthFirst) {
        for (Sighting sighting : far(outline.sightings().times, outline, top))
            add(found, "time", CssPath.of(sighting.element()), value(sighting.element()), monthFirst);
        dateElements(found, far(outline.sightings().dates, outline, top), monthFirst);
        outline.lines().stream()
                .filter(line -> line.digits >= 3 && !line.embedded())
                .limit(MOST_LINES)
                .forEach(line -> line(found, line, monthFirst));
    }

    private static List<Sighting> far(List<Sighting> sightings, Outline outline, int top) {
        return sightings.stream()
                .filter(s -> !outline.elsewhere(s, top))
                .limit(MOST)
                .toList();
    }

    private void dateElements(List<Found> found, List<Sighting> sightings, boolean monthFirst) {
        for (Sighting sighting : sightings) {
            String text = Whitespace.fold(sighting.element().text());
            if (text.length() <= LONGEST) add(found, "date element", CssPath.of(sighting.element()), text, monthFirst);
        }
    }

    private void line(List<Found> found, Line line, boolean monthFirst) {
        if (line.chars() <= LONGEST && line.digits >= 3 && line.words <= 16 && !line.embedded())
            add(found, "line", line.region.toString(), line.text, monthFirst);
    }

    private static String value(Element element) {
        for (String attribute : new String[] {"datetime", "content", "title"})
            if (!element.attr(attribute).isEmpty()) return element.attr(attribute);
        return Whitespace.fold(element.text());
    }

    private void add(List<Found> to, List<Found> found, boolean monthFirst) {
        for (Found f : found) add(to, f.source(), f.path(), f.value(), monthFirst);
    }

    private void add(List<Found> to, String source, @Nullable String path, @Nullable String raw, boolean monthFirst) {
        String date = dates.parse(raw, monthFirst);
        if (date != null) to.add(new Found(source, path, date, String.valueOf(raw)));
    }
}
