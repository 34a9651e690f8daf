package dev.newsmill.clean;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the headline: each place that may hold it has a voice, voices for the same words add up, and a candidate that
 * readers see as a heading has one more. Titles lose the site's name first.
 */
final class HeadlineReader {
    private static final int LONGEST = 400;
    private static final int MOST_HEADINGS = 5;
    private static final int MOST_KEYS = 3000;
    private static final int FEW_WORDS = 4;
    private static final float SEEN = 2.5f;
    private static final Map<String, Float> VOICES = Map.of("h1", 3f, "json-ld", 2f, "meta", 1.5f, "title", 1f);
    private static final long NO_HEADLINE = Mark.all(Mark.NAV, Mark.HIDDEN, Mark.FOOT, Mark.RELATED, Mark.CONSENT);

    private final Outline outline;
    private final SiteName site;
    /** What the page prints in short lines; filled when first asked for. */
    private final Set<String> keys = new HashSet<>();

    private HeadlineReader(Outline outline, SiteName site) {
        this.outline = outline;
        this.site = site;
    }

    static void read(Outline outline, MetaTags meta, JsonLd jsonLd, Facts facts, SiteName site) {
        HeadlineReader reader = new HeadlineReader(outline, site);
        List<Found> found = reader.candidates(meta, jsonLd);
        Found best = reader.choose(found);
        if (best != null) facts.headline = facts.take("headline", best, found);
        facts.headlineLine = reader.line(facts.headline);
    }

    /** Where the page prints the headline, or at least has its first h1. */
    private int line(@Nullable String headline) {
        String key = Key.of(headline);
        int first = 0;
        for (Line line : outline.lines()) {
            if (!key.isEmpty() && line.chars() < LONGEST && line.key().equals(key)) return line.index;
            if (first == 0 && line.region.in(Tag.H1)) first = line.index;
        }
        return first;
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
        String cut = printedPart(site.cutFrom(value, found));
        if (!Key.of(cut).isEmpty()) found.add(new Found(source, path, cut, value));
    }

    /** The longest run of a title's parts that the page prints as a line; the whole title if it prints none. */
    private String printedPart(String title) {
        List<String> parts = SiteName.parts(title);
        if (parts.size() == 1 || printed(title)) return title;
        List<String> runs = new ArrayList<>();
        for (int from = 0; from < parts.size(); from++)
            for (int to = from + 1; to <= parts.size(); to++) runs.add(SiteName.join(title, parts, from, to));
        runs.sort(Comparator.comparingInt(String::length).reversed());
        return runs.stream()
                .filter(this::printed)
                .findFirst()
                .or(() -> runs.stream()
                        .filter(run -> opensLine(run) && !printsMore(title, run))
                        .findFirst())
                .orElse(title);
    }

    /** Old pages put the headline, the section and the byline into one line. */
    private boolean opensLine(String text) {
        String key = Key.of(text);
        return text.split(" ", FEW_WORDS).length == FEW_WORDS
                && lineKeys().stream().anyMatch(line -> line.startsWith(key));
    }

    /** A line that holds more of the title than this run of its parts: the title is not put together of these parts. */
    private boolean printsMore(String title, String run) {
        String whole = Key.of(title);
        int length = Key.of(run).length();
        return lineKeys().stream().anyMatch(line -> line.length() > length && whole.contains(line));
    }

    private boolean printed(String text) {
        return lineKeys().contains(Key.of(text));
    }

    private Set<String> lineKeys() {
        if (!keys.isEmpty()) return keys;
        keys.add("");
        for (Line line : outline.lines()) {
            if (keys.size() > MOST_KEYS) break;
            if (line.words >= 3 && line.chars() <= LONGEST && line.linkDensity() <= 0.5f && !elsewhere(line))
                keys.add(line.key());
        }
        return keys;
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
        return best == null ? null : withoutKicker(whole(best, found), found);
    }

    /** A headline cut short for some other place is taken from a place that has it whole. */
    private static Found whole(Found best, List<Found> found) {
        if (!best.value().endsWith("…") && !best.value().endsWith("...")) return best;
        String begin = Key.of(best.value());
        for (Found other : found) {
            String key = Key.of(other.value());
            if (key.startsWith(begin) && key.length() > begin.length()) return other;
        }
        return best;
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
