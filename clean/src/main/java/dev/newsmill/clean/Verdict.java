package dev.newsmill.clean;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says when a page is no article. Each reason wants good evidence: a page that is dropped by mistake is lost. */
final class Verdict {
    /** A page that says it is an article, or has this many words of text, is one. */
    private static final int PLENTY = 250;

    private static final int FEW = 60;
    private static final int CARDS = 15;
    private static final int FEWEST = 20;

    private final PhraseBook phrases;

    Verdict(PhraseBook phrases) {
        this.phrases = phrases;
    }

    /** Why the page is dropped, and what was measured. */
    record Reason(DropReason reason, String detail) {}

    /** Null if the page is an article. */
    @Nullable
    Reason against(Outline outline, Facts facts, String url, List<Line> kept, int minChars) {
        int words = kept.stream().mapToInt(line -> line.words).sum();
        int chars = kept.stream().mapToInt(Line::chars).sum();
        Reason broken = errorPage(outline, facts, words);
        if (broken != null) return broken;
        if (words < FEW) {
            Reason thin = thin(outline, facts, words);
            if (thin != null) return thin;
        }
        Reason section = facts.isArticle || words >= PLENTY ? null : sectionPage(outline, url, words);
        if (section != null) return section;
        if (chars < minChars) return new Reason(DropReason.TOO_SHORT, chars + " of " + minChars + " characters");
        return null;
    }

    private @Nullable Reason errorPage(Outline outline, Facts facts, int words) {
        if (words >= FEW * 2) return null;
        String headline = facts.headline == null ? "" : facts.headline;
        String title = outline.sightings().titles.isEmpty()
                ? ""
                : Whitespace.fold(outline.sightings().titles.get(0).text());
        for (String text : new String[] {headline, title}) {
            String phrase = phrases.find(PhraseBook.Kind.ERROR, text);
            if (phrase != null && text.length() < phrase.length() + 40)
                return new Reason(
                        DropReason.ERROR_PAGE,
                        "\"" + Found.cut(text) + "\", " + words + " words of text, fewer than " + FEW * 2);
        }
        return null;
    }

    private @Nullable Reason thin(Outline outline, Facts facts, int words) {
        int all = outline.lines().stream().mapToInt(line -> line.words).sum();
        String measured = words + " words of text, fewer than " + FEW + "; " + all + " on the page";
        if (all == 0)
            return new Reason(outline.sightings().scripts > 0 ? DropReason.SCRIPT_SHELL : DropReason.EMPTY, measured);
        if (holds(outline, PhraseBook.Kind.PAYWALL)) return new Reason(DropReason.PAYWALL_STUB, measured);
        if (all < 400 && holds(outline, PhraseBook.Kind.CONSENT)) return new Reason(DropReason.CONSENT_WALL, measured);
        if (all < FEW && outline.sightings().scripts > 2) return new Reason(DropReason.SCRIPT_SHELL, measured);
        if (outline.sightings().players > 0 && facts.video) return new Reason(DropReason.VIDEO_ONLY, measured);
        return facts.gallery ? new Reason(DropReason.GALLERY, measured) : null;
    }

    private boolean holds(Outline outline, PhraseBook.Kind kind) {
        int seen = 0;
        for (Line line : outline.lines())
            if (seen++ < 400 && line.words <= 60 && phrases.find(kind, line.text) != null) return true;
        return false;
    }

    /** Many links as long as headlines, little text, and an address that names no article. */
    private static @Nullable Reason sectionPage(Outline outline, String url, int words) {
        int cards = 0;
        for (Line line : outline.lines()) if (line.words >= 5 && line.linkDensity() > 0.8f) cards++;
        if (cards < CARDS || cards * 8 <= words) return null;
        String measured = String.format(
                Locale.ROOT,
                "%d links as long as headlines, more than %d; %d words of text, fewer than %d",
                cards,
                CARDS - 1,
                words,
                Url.frontPage(url) ? PLENTY : FEWEST);
        if (Url.frontPage(url)) return new Reason(DropReason.NOT_AN_ARTICLE, measured);
        return words < FEWEST ? new Reason(DropReason.LIST, measured) : null;
    }
}
