package dev.newsmill.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the headline: what the page's h1, its JSON-LD, its meta elements and its title agree on. */
final class HeadlineReader {
    private static final int LONGEST = 400;
    private static final String[] SEPARATORS = {
        " | ", " - ", " – ", " — ", " :: ", " • ", " · ", " » ", " « ", " / ", " : ", " ⋆ ", " ─ ", "｜", " ‹ ", " > ",
        " ~ ", "|", "_"
    };

    private HeadlineReader() {}

    static void read(Outline outline, MetaTags meta, JsonLd jsonLd, Facts facts, String host) {
        List<Found> found = candidates(outline, meta, jsonLd);
        List<Found> clean = new ArrayList<>();
        for (Found f : found)
            clean.add(new Found(f.source(), f.path(), withoutSite(f.value(), facts.siteName, host, found)));
        Found best = choose(clean);
        if (best != null) facts.headline = facts.take("headline", best, clean);
    }

    private static List<Found> candidates(Outline outline, MetaTags meta, JsonLd jsonLd) {
        List<Found> found = new ArrayList<>();
        String named = jsonLd.articleText("headline");
        if (named == null) named = jsonLd.isArticle() ? jsonLd.articleText("name") : null;
        if (named != null && named.length() <= LONGEST) found.add(new Found("json-ld", "$.headline", named));
        for (Found f : meta.found("og:title", "twitter:title")) if (f.value().length() <= LONGEST) found.add(f);
        headings(outline, found);
        outline.sightings().titles.stream()
                .filter(t -> t.parent() != null && t.parent().normalName().equals("head"))
                .map(t -> Whitespace.fold(t.text()))
                .filter(t -> !t.isEmpty() && t.length() <= LONGEST)
                .findFirst()
                .ifPresent(title -> found.add(new Found("title", "title", title)));
        return found;
    }

    private static void headings(Outline outline, List<Found> found) {
        Region last = null;
        int seen = 0;
        for (Line line : outline.lines()) {
            boolean h1 = line.region.in(Tag.H1);
            boolean property = Mark.HEADLINE.in(line.region.ownMarks)
                    && line.region.element.attr("itemprop").contains("headline");
            if (!(h1 || property) || line.chars() > LONGEST || seen >= 5) continue;
            if (line.region == last) {
                Found before = found.remove(found.size() - 1);
                found.add(new Found("h1", before.path(), before.value() + " " + line.text.replace('\n', ' ')));
                continue;
            }
            last = line.region;
            seen++;
            found.add(new Found("h1", line.region.toString(), line.text.replace('\n', ' ')));
        }
    }

    /** The h1 that another source confirms; else the first source there is. */
    private static @Nullable Found choose(List<Found> found) {
        for (Found f : found) if (f.source().equals("h1") && confirmed(f, found)) return f;
        for (Found f : found)
            if (!f.source().equals("h1") && !f.source().equals("title") && confirmed(f, found)) return f;
        for (Found f : found) if (f.source().equals("h1") && !Key.of(f.value()).isEmpty()) return f;
        return found.isEmpty() ? null : found.get(0);
    }

    private static boolean confirmed(Found f, List<Found> found) {
        String key = Key.of(f.value());
        if (key.length() < 4) return false;
        for (Found other : found)
            if (!other.source().equals(f.source()) && Key.of(other.value()).equals(key)) return true;
        return false;
    }

    /** Takes the site's name off the end (or the start) of a title. */
    private static String withoutSite(String title, @Nullable String site, String host, List<Found> all) {
        String cut = title;
        for (int round = 0; round < 3; round++) {
            String shorter = cutOnce(cut, site, host, all);
            if (shorter.equals(cut)) return cut;
            cut = shorter;
        }
        return cut;
    }

    private static String cutOnce(String title, @Nullable String site, String host, List<Found> all) {
        for (String separator : SEPARATORS) {
            int at = title.lastIndexOf(separator);
            if (at > 0) {
                String head = title.substring(0, at).strip();
                String tail = title.substring(at + separator.length()).strip();
                if (names(tail, site, host) || (equalsAny(head, all) && tail.length() < 60)) return head;
                int first = title.indexOf(separator);
                String start = title.substring(0, first).strip();
                if (names(start, site, host))
                    return title.substring(first + separator.length()).strip();
            }
        }
        return title;
    }

    private static boolean equalsAny(String head, List<Found> all) {
        String key = Key.of(head);
        if (key.length() < 8) return false;
        for (Found f : all) if (f.source().equals("h1") && Key.of(f.value()).equals(key)) return true;
        return false;
    }

    private static boolean names(String part, @Nullable String site, String host) {
        String key = Key.of(part);
        if (key.isEmpty()) return false;
        String name = Key.of(site);
        if (!name.isEmpty()
                && (key.equals(name)
                        || (name.length() > 3 && key.contains(name))
                        || (key.length() > 3 && name.contains(key)))) return true;
        String plain = Key.of(host.toLowerCase(Locale.ROOT)
                .replaceFirst("^(www|m|amp|edition)\\.", "")
                .replaceFirst("\\.[a-z]{2,3}(\\.[a-z]{2})?$", ""));
        return plain.length() > 2
                && (key.equals(plain)
                        || plain.contains(key) && key.length() > 3
                        || key.contains(plain) && plain.length() > 4);
    }
}
