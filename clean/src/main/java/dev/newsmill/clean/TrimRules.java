package dev.newsmill.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** All rules, in the order in which they run. */
final class TrimRules {
    /** A line that is at least this probable stays unless a rule is surer. */
    static final float LIKELY = 0.5f;

    /** The time of day and nothing else, as it stands over the entries of a live blog. */
    private static final Pattern CLOCK =
            Pattern.compile("\\d{1,2}[:.h]\\d{2}(?: ?(?:[ap]\\.?m\\.?|Uhr|Z|[A-Z]{3,4}))?");

    private static final String LINK_LINE = "link-line";

    private final PhraseBook phrases;
    private final DateText dates;

    TrimRules(PhraseBook phrases, DateText dates) {
        this.phrases = phrases;
        this.dates = dates;
    }

    /** With a learned judge: it decides, and the rules say why; a rule of the second kind needs less of its doubt. */
    List<TrimRule> withJudge() {
        List<TrimRule> rules = new ArrayList<>();
        rules.add(new LineRule("headline-repeated", TrimRules::headline));
        rules.add(new LineRule(
                "outside",
                (line, main) -> line.probability < LIKELY && main.outside(line) ? "not in the main part" : null));
        for (TrimRule rule : all()) if (rule instanceof LineRule line) rules.add(new Explained(line));
        rules.add(new LineRule(
                "unlikely", (line, main) -> line.probability < LIKELY ? "p " + hundredths(line.probability) : null));
        rules.add(new RepeatedRule());
        rules.add(new EmbedRule());
        rules.add(new OrphanHeadingRule());
        return rules;
    }

    /** All rules without a judge, for one who asks only which lines they take: what takes most lines comes first. */
    List<TrimRule> forOpinion() {
        List<TrimRule> rules = new ArrayList<>(all());
        rules.removeIf(rule -> rule.name().equals(LINK_LINE));
        rules.add(0, new LineRule(LINK_LINE, TrimRules::linkLine));
        return rules;
    }

    List<TrimRule> all() {
        List<TrimRule> rules = new ArrayList<>();
        rules.add(marked("hidden", Mark.HIDDEN));
        rules.add(new LineRule("navigation", (line, main) -> inside(line, main, Tag.NAV) ? "nav" : null));
        rules.add(marked("navigation-words", Mark.NAV));
        rules.add(marked("comments", Mark.COMMENT));
        rules.add(marked("share", Mark.SHARE));
        rules.add(marked("newsletter", Mark.NEWSLETTER));
        rules.add(marked("advertisement", Mark.AD));
        rules.add(marked("consent", Mark.CONSENT));
        rules.add(marked("footer-words", Mark.FOOT));
        rules.add(marked("related", Mark.RELATED));
        rules.add(marked("tags", Mark.TAGS));
        rules.add(marked("author-biography", Mark.BIO));
        rules.add(marked("contents", Mark.TOC));
        rules.add(new LineRule("footer", (line, main) -> inside(line, main, Tag.FOOTER) ? "footer" : null));
        rules.add(new LineRule("aside", (line, main) -> inside(line, main, Tag.ASIDE) ? "aside" : null));
        rules.add(new LineRule(
                "button",
                (line, main) -> inside(line, main, Tag.BUTTON) || inside(line, main, Tag.LABEL) ? "button" : null));
        rules.add(new LineRule("caption", TrimRules::caption));
        rules.add(marked("sidebar", Mark.SIDE));
        rules.add(marked("gallery", Mark.GALLERY));
        rules.add(marked("player", Mark.VIDEO));
        rules.add(new LineRule("headline-repeated", TrimRules::headline));
        rules.add(new LineRule("byline", this::byline));
        rules.add(new LineRule("date-line", this::dateLine));
        rules.add(new LineRule("clock", (line, main) -> CLOCK.matcher(line.text).matches() ? line.text : null));
        rules.add(new LineRule("pull-quote", TrimRules::pullQuote));
        rules.add(phrase("related-phrase", PhraseBook.Kind.RELATED, 25));
        rules.add(phrase("newsletter-phrase", PhraseBook.Kind.NEWSLETTER, 40));
        rules.add(phrase("share-phrase", PhraseBook.Kind.SHARE, 6));
        rules.add(phrase("advertisement-phrase", PhraseBook.Kind.AD, 8));
        rules.add(phrase("copyright", PhraseBook.Kind.COPYRIGHT, 80));
        rules.add(phrase("comments-phrase", PhraseBook.Kind.COMMENTS, 8));
        rules.add(phrase("skip-link", PhraseBook.Kind.SKIP, 5));
        rules.add(phrase("consent-phrase", PhraseBook.Kind.CONSENT, 60));
        rules.add(phrase("reading-time", PhraseBook.Kind.READING, 8));
        rules.add(phrase("credit", PhraseBook.Kind.CREDIT, 10));
        rules.add(new LineRule(LINK_LINE, TrimRules::linkLine));
        rules.add(new RepeatedRule());
        rules.add(new TailRule(phrases));
        rules.add(new HeadRule());
        rules.add(new OrphanHeadingRule());
        return rules;
    }

    /** Marks on regions outside the main one say nothing about what is in it. */
    private static TrimRule marked(String name, Mark mark) {
        return new LineRule(name, (line, main) -> {
            if (!line.has(mark)) return null;
            if (mark.in(line.ownMarks)) return "inline";
            Region at = line.region;
            while (at != null && at != main.region) {
                if (mark.in(at.effective) && at.chars < main.region.chars * 0.6f)
                    return at.names.isEmpty() ? at.element.id() : at.names;
                at = at.parent;
            }
            return null;
        });
    }

    private static boolean inside(Line line, Main main, Tag tag) {
        if (!line.region.in(tag)) return false;
        Region at = line.region;
        while (at != null && at != main.region) {
            if (at.tag == tag) return true;
            at = at.parent;
        }
        return false;
    }

    private static @Nullable String caption(Line line, Main main) {
        if (inside(line, main, Tag.FIGCAPTION)) return "figcaption";
        if (inside(line, main, Tag.FIGURE)
                && !line.region.in(Tag.BLOCKQUOTE)
                && !line.region.in(Tag.TABLE)
                && !line.region.in(Tag.PRE)) return "figure";
        return line.has(Mark.CAPTION) && line.words < 80 ? "named caption" : null;
    }

    private static @Nullable String headline(Line line, Main main) {
        if (line.region.in(Tag.H1)
                && !(line.region.tag != Tag.H1 && line.prose())
                && line.index <= Math.max(main.top, main.region.firstLine) + 10) return "h1";
        return !main.headlineKey.isEmpty()
                        && line.chars() < 400
                        && (line.says(main.headlineKey) || line.says(main.titleKey))
                ? "equal"
                : null;
    }

    private @Nullable String byline(Line line, Main main) {
        if (line.words > 30) return null;
        if (line.has(Mark.BYLINE) && !line.endsSentence() && line.words <= 20) return "named byline";
        String key = line.key();
        for (var author : main.facts.authors) if (key.equals(Key.of(author.name()))) return author.name();
        if (line.words > 12 || line.endsSentence()) return null;
        return phrases.opening(PhraseBook.Kind.BYLINE, line.text) != null && names(line, main)
                ? "names the author"
                : null;
    }

    /** A sentence of the text that is printed once more, large. */
    private static @Nullable String pullQuote(Line line, Main main) {
        if (!line.has(Mark.PULLQUOTE) || line.key().isEmpty()) return null;
        for (Line other : main.lines())
            if (other.chars() > line.chars() && other.key().contains(line.key())) return "line " + other.index;
        return null;
    }

    private static boolean names(Line line, Main main) {
        for (var author : main.facts.authors)
            if (line.text.toLowerCase(Locale.ROOT).contains(author.name().toLowerCase(Locale.ROOT))) return true;
        return false;
    }

    private @Nullable String dateLine(Line line, Main main) {
        if (line.words > 14 || line.digits < 3) return null;
        if (line.has(Mark.DATE) && !line.endsSentence()) return "named date";
        boolean date = dates.parse(line.text, false) != null;
        return date && (line.words <= 7 || phrases.opening(PhraseBook.Kind.DATE, line.text) != null) ? "date" : null;
    }

    private TrimRule phrase(String name, PhraseBook.Kind kind, int mostWords) {
        return new LineRule(name, (line, main) -> {
            if (line.words > mostWords || line.isHeading() && line.words > 6) return null;
            long kinds = line.phrases(phrases);
            boolean opens = PhraseBook.opens(kind, kinds);
            if (!opens && !PhraseBook.holds(kind, kinds)) return null;
            boolean onlyOpens = opens && !PhraseBook.holds(kind, kinds);
            return onlyOpens && kind != PhraseBook.Kind.NEWSLETTER && kind != PhraseBook.Kind.CONSENT && sentence(line)
                    ? null
                    : phrases.find(kind, line.text);
        });
    }

    /** A sentence that happens to open with such words is text. */
    private static boolean sentence(Line line) {
        return line.words > 8 && line.endsSentence() && line.linkDensity() < 0.3f && line.text.indexOf(':') < 0;
    }

    private static @Nullable String linkLine(Line line, Main main) {
        if (line.linkDensity() < 0.8f || line.isHeading()) return null;
        if (line.endsSentence() && line.words > 12) return null;
        return "link density " + hundredths(line.linkDensity());
    }

    /** A share with two digits after the point. */
    static String hundredths(float share) {
        int digits = Math.round(share * 100);
        return digits / 100 + (digits % 100 < 10 ? ".0" : ".") + digits % 100;
    }
}
