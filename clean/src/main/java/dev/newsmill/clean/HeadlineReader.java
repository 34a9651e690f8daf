package dev.newsmill.clean;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the headline: each place that may hold it has a voice, voices for the same words add up, and a candidate that
 * readers see as a heading has one more. Titles lose the site's name first.
 */
final class HeadlineReader {
    private static final int LONGEST = 400;
    private static final int MOST_HEADINGS = 5;
    private static final float SEEN = 2.5f;
    private static final Map<String, Float> VOICES = Map.of("h1", 3f, "json-ld", 2f, "meta", 1.5f, "title", 1f);
    private static final long NO_HEADLINE = Mark.all(Mark.NAV, Mark.HIDDEN, Mark.FOOT, Mark.RELATED, Mark.CONSENT);

    private final Outline outline;
    private final SiteName site;

    private HeadlineReader(Outline outline, SiteName site) {
        this.outline = outline;
        this.site = site;
    }

    static void read(Outline outline, MetaTags meta, JsonLd jsonLd, Facts facts, SiteName site) {
        HeadlineReader reader = new HeadlineReader(outline, site);
        List<Found> found = reader.candidates(meta, jsonLd);
        Found best = reader.choose(found);
        if (best != null) facts.headline = facts.take("headline", best, found);
    }

    private List<Found> candidates(MetaTags meta, JsonLd jsonLd) {
        List<Found> found = new ArrayList<>();
        String named = jsonLd.articleText("headline");
        if (named == null) named = jsonLd.isArticle() ? jsonLd.articleText("name") : null;
        if (named != null) add(found, "json-ld", "$.headline", named);
        for (Found f : meta.found("og:title", "twitter:title")) add(found, f.source(), f.path(), f.value());
        headings(found);
        outline.sightings().titles.stream()
                .filter(t -> t.parent() != null && t.parent().normalName().equals("head"))
                .map(t -> Whitespace.fold(t.text()))
                .filter(t -> !t.isEmpty())
                .findFirst()
                .ifPresent(title -> add(found, "title", "title", title));
        return found;
    }

    private void add(List<Found> found, String source, @Nullable String path, String value) {
        if (value.length() > LONGEST) return;
        String cut = source.equals("h1") ? value : site.cutFrom(value, found);
        if (!Key.of(cut).isEmpty()) found.add(new Found(source, path, cut));
    }

    private void headings(List<Found> found) {
        Region last = null;
        int seen = 0;
        for (Line line : outline.lines()) {
            if (!line.region.in(Tag.H1) || line.chars() > LONGEST || seen >= MOST_HEADINGS || elsewhere(line)) continue;
            String text = line.text.replace('\n', ' ');
            if (line.region == last) {
                Found before = found.remove(found.size() - 1);
                found.add(new Found("h1", before.path(), before.value() + " " + text));
            } else {
                found.add(new Found("h1", line.region.toString(), text));
                seen++;
            }
            last = line.region;
        }
    }

    /** Some sites put a title for search engines into an h1 in their breadcrumbs. */
    private static boolean elsewhere(Line line) {
        return line.region.in(Tag.NAV)
                || line.region.in(Tag.LI)
                || line.region.in(Tag.FOOTER)
                || (line.marks & NO_HEADLINE) != 0;
    }

    private @Nullable Found choose(List<Found> found) {
        Map<String, Float> votes = new HashMap<>();
        Map<String, String> heard = new HashMap<>();
        for (Found f : found) {
            String key = Key.of(f.value());
            String sources = heard.getOrDefault(key, "");
            if (sources.contains(f.source())) continue;
            heard.put(key, sources + f.source());
            votes.merge(key, VOICES.getOrDefault(f.source(), 1f), Float::sum);
        }
        for (Line line : outline.lines()) seen(line, votes);
        Found best = null;
        for (Found f : found)
            if (best == null
                    || votes.getOrDefault(Key.of(f.value()), 0f) > votes.getOrDefault(Key.of(best.value()), 0f))
                best = f;
        return best == null ? null : withoutKicker(best, found);
    }

    private static void seen(Line line, Map<String, Float> votes) {
        if (line.chars() > LONGEST || line.words < 2 || line.region.in(Tag.H1) || line.linkDensity() > 0.5f) return;
        boolean heading = line.isHeading() || line.has(Mark.HEADLINE);
        if (heading && !elsewhere(line) && votes.containsKey(line.key()))
            votes.computeIfPresent(line.key(), (k, v) -> v >= 100 ? v : v + SEEN);
    }

    /** A headline that ends with what another place gives as the headline opens with a kicker. */
    private static Found withoutKicker(Found best, List<Found> found) {
        String key = Key.of(best.value());
        for (Found other : found) {
            String tail = Key.of(other.value());
            boolean inner = tail.length() > 15
                    && key.endsWith(tail)
                    && key.length() > tail.length()
                    && key.length() - tail.length() < 40;
            boolean trusted = other.source().equals("meta")
                    || (best.source().equals("h1") && other.source().equals("json-ld"));
            if (inner && trusted) return other;
        }
        return best;
    }
}
