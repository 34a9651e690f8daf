package dev.newsmill.clean;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the learned judge sees of each line: numbers about its words, its place, its element, its neighbours and the lines
 * that the page's template makes in the same way. One per page; not thread-safe.
 */
final class Features {
    private static final PhraseBook.Kind[] KINDS = PhraseBook.Kind.values();
    private static final Mark[] MARKS = Mark.values();
    private static final int LONGEST_PHRASED = 300;
    /** Farther lines are far: how many there are says only which page it is. */
    private static final int FAR = 60;

    private static final Tag[] AROUND = {
        Tag.ARTICLE,
        Tag.MAIN,
        Tag.ASIDE,
        Tag.FOOTER,
        Tag.HEADER,
        Tag.NAV,
        Tag.FIGURE,
        Tag.FIGCAPTION,
        Tag.BLOCKQUOTE,
        Tag.TABLE,
        Tag.UL,
        Tag.FORM,
        Tag.PRE,
        Tag.BUTTON
    };
    private static final int[] STEPS = {-2, -1, 1, 2};
    static final List<String> NAMES = names();
    static final int COUNT = NAMES.size();

    private final Outline outline;
    private final Facts facts;
    private final PhraseBook phrases;
    private final List<Line> lines;
    private final Template[] templates;
    private final int[] prose;
    private final String headline;
    private final String description;
    private final String body;
    private final List<String> authors = new ArrayList<>();
    private final int heading;
    /** Of each line, what phrase the last heading above it opens with, and how many lines above it stands. */
    private final byte[] headings;

    private final int[] since;
    private final RuleOpinion opinion;
    private int bodyFrom;

    /** Lines that the page makes in the same way: equal element and class, in equal parents. */
    private static final class Template {
        int lines;
        int words;
        int proseLines;
        int chars;
        int linkChars;
    }

    Features(Outline outline, Facts facts, PhraseBook phrases, RuleRow rules) {
        this.opinion = new RuleOpinion(outline, facts, rules);
        this.outline = outline;
        this.facts = facts;
        this.phrases = phrases;
        this.lines = outline.lines();
        this.templates = new Template[outline.shapes()];
        this.prose = new int[lines.size() + 1];
        this.headline = Key.of(facts.headline);
        this.description = Key.of(facts.description);
        this.body = Key.of(facts.articleBody);
        facts.authors.forEach(author -> authors.add(Key.of(author.name())));
        for (Line line : lines) count(line);
        this.heading = heading();
        this.headings = new byte[lines.size()];
        this.since = new int[lines.size()];
        headingsAbove();
    }

    private void headingsAbove() {
        byte kind = 0;
        int at = 0;
        for (Line line : lines) {
            headings[line.index] = kind;
            since[line.index] = line.index - at;
            boolean label = line.isHeading() || (line.words <= 5 && line.boldChars * 2 > line.chars());
            if (!label || line.words > 20) continue;
            kind = opening(line);
            at = line.index;
        }
    }

    private byte opening(Line line) {
        int opens = (int) line.phrases(phrases);
        return (byte) (opens == 0 ? 1 : Integer.numberOfTrailingZeros(opens) + 2);
    }

    private void count(Line line) {
        prose[line.index + 1] = prose[line.index] + (line.prose() ? line.words : 0);
        Template template = templates[line.region.shape];
        if (template == null) templates[line.region.shape] = template = new Template();
        template.lines++;
        template.words += line.words;
        template.chars += line.chars();
        template.linkChars += line.linkChars;
        if (line.prose()) template.proseLines++;
    }

    private int heading() {
        int first = -1;
        for (Line line : lines) {
            if (line.region.tag != Tag.H1) continue;
            if (line.says(headline)) return line.index;
            if (first < 0) first = line.index;
        }
        return first;
    }

    /** Whether {@code line} needs no judge: a lone short link, or the inside of a menu. */
    static boolean hopeless(Line line) {
        return line.words < 12
                        && line.linkDensity() > 0.9f
                        && (line.region.tag.item() || line.region.in(Tag.NAV) || line.region.in(Tag.FOOTER))
                || line.words == 0;
    }

    float[] of(Line line) {
        float[] f = new float[COUNT];
        int at = words(line, f, 0);
        at = element(line, f, at);
        at = marks(line, f, at);
        at = place(line, f, at);
        at = content(line, f, at);
        at = region(line, f, at);
        neighbours(line, f, at);
        return f;
    }

    private static int words(Line line, float[] f, int from) {
        int at = from;
        int chars = Math.max(1, line.chars());
        int words = Math.max(1, line.words);
        f[at++] = line.words;
        f[at++] = line.linkDensity();
        f[at++] = (float) line.commas / words;
        f[at++] = (float) line.enders / words;
        f[at++] = line.enders;
        f[at++] = (float) line.upper / chars;
        f[at++] = (float) line.digits / chars;
        f[at++] = (float) chars / words;
        f[at++] = (float) Math.min(chars, line.boldChars) / chars;
        f[at++] = line.endsSentence() ? 1 : 0;
        f[at++] = end(line.text);
        return at;
    }

    private static int end(String text) {
        char c = text.charAt(text.length() - 1);
        return c == '.'
                ? 0
                : c == ':'
                        ? 1
                        : c == '?' || c == '!'
                                ? 2
                                : Character.isLetter(c)
                                        ? 3
                                        : Character.isDigit(c) ? 4 : Glyphs.closer(c) ? 5 : c == '…' ? 6 : 7;
    }

    private static int element(Line line, float[] f, int from) {
        int at = from;
        Region region = line.region;
        f[at++] = region.tag.heading();
        f[at++] = kind(region.tag);
        for (Tag tag : AROUND) f[at++] = region.in(tag) ? 1 : 0;
        return at;
    }

    private static int kind(Tag tag) {
        if (tag.heading() > 0) return 1;
        return switch (tag) {
            case P -> 0;
            case LI, DT, DD -> 2;
            case TD, TH -> 3;
            case DIV -> 4;
            case SECTION, ARTICLE, MAIN, BODY -> 5;
            case BLOCKQUOTE -> 6;
            case FIGCAPTION, FIGURE, CAPTION -> 7;
            case PRE -> 8;
            default -> 9;
        };
    }

    /** 0 for no such mark, 1 far above, 2 on the element or close to it. */
    private static int marks(Line line, float[] f, int from) {
        int at = from;
        long near = line.ownMarks;
        Region region = line.region;
        for (int up = 0; up < 3 && region != null; up++, region = region.parent) near |= region.effective;
        for (Mark mark : MARKS) f[at++] = mark.in(near) ? 2 : mark.in(line.marks) ? 1 : 0;
        return at;
    }

    private int place(Line line, float[] f, int from) {
        int at = from;
        int total = Math.max(1, prose[lines.size()]);
        f[at++] = (float) line.index / lines.size();
        f[at++] = (float) prose[line.index] / total;
        f[at++] = (float) (total - prose[line.index + 1]) / total;
        f[at++] = heading < 0 ? -FAR - 1 : near(line.index - heading);
        f[at++] = distanceToProse(line.index, -1);
        f[at++] = distanceToProse(line.index, 1);
        return at;
    }

    private static int near(int lines) {
        return Math.max(-FAR, Math.min(FAR, lines));
    }

    private int distanceToProse(int from, int step) {
        for (int d = 1; d <= 12; d++) {
            int i = from + d * step;
            if (i < 0 || i >= lines.size()) return 20;
            if (lines.get(i).prose()) return d;
        }
        return 13;
    }

    private int content(Line line, float[] f, int from) {
        int at = from;
        boolean comparable = line.chars() < 600;
        String key = comparable || !body.isEmpty() ? line.key() : "";
        f[at++] = !headline.isEmpty() && key.equals(headline) ? 2 : key.length() > 15 && headline.contains(key) ? 1 : 0;
        f[at++] = description(key);
        f[at++] = author(key);
        f[at++] = inBody(key);
        long kinds = line.chars() > LONGEST_PHRASED ? 0 : line.phrases(phrases);
        for (PhraseBook.Kind kind : KINDS)
            f[at++] = PhraseBook.opens(kind, kinds) ? 2 : PhraseBook.holds(kind, kinds) ? 1 : 0;
        return at;
    }

    private int description(String key) {
        if (description.length() < 20 || key.length() < 20) return 0;
        if (key.equals(description)) return 3;
        if (key.startsWith(description.substring(0, Math.min(50, description.length())))) return 2;
        return description.startsWith(key) ? 1 : 0;
    }

    private int author(String key) {
        if (key.length() > 200) return 0;
        for (String author : authors)
            if (author.length() > 3 && key.contains(author)) return key.length() < author.length() + 12 ? 2 : 1;
        return 0;
    }

    /** Whether the body that JSON-LD gives holds the line: -1 no body, 0 no, 1 yes. */
    private int inBody(String key) {
        if (body.length() < 200) return -1;
        if (key.length() < 8) return -1;
        String part = key.length() > 60 ? key.substring(0, 60) : key;
        int at = body.indexOf(part, bodyFrom);
        if (at < 0) at = body.indexOf(part);
        if (at >= 0) bodyFrom = at;
        return at >= 0 ? 1 : 0;
    }

    private int region(Line line, float[] f, int from) {
        int at = from;
        int total = Math.max(1, prose[lines.size()]);
        Region region = line.region;
        Region parent = region.parent == null ? region : region.parent;
        Region grand = parent.parent == null ? parent : parent.parent;
        f[at++] = parent.linkDensity();
        f[at++] = (float) parent.prose / total;
        f[at++] = near(parent.paragraphs);
        f[at++] = (float) parent.prose / Math.max(1, parent.lines);
        f[at++] = grand.linkDensity();
        f[at++] = (float) grand.prose / total;
        f[at++] = near(grand.paragraphs);
        f[at++] = (float) (line.index - parent.firstLine) / Math.max(1, parent.endLine - parent.firstLine);
        f[at++] = (float) region.prose / total;
        Template template = templates[region.shape];
        f[at++] = near(template.lines);
        f[at++] = (float) template.words / template.lines;
        f[at++] = (float) template.proseLines / template.lines;
        f[at++] = (float) template.linkChars / Math.max(1, template.chars);
        return at;
    }

    private void neighbours(Line line, float[] f, int from) {
        int at = from;
        for (int step : STEPS) {
            Line other = other(line.index + step);
            f[at++] = other == null ? -1 : other.words;
            f[at++] = other == null ? -1 : other.linkDensity();
            f[at++] = other == null ? -1 : other.region.parent == line.region.parent ? 1 : 0;
            f[at++] = other == null ? -1 : kind(other.region.tag);
        }
        Line before = other(line.index - 1);
        Line after = other(line.index + 1);
        f[at++] = before == null ? 9 : end(before.text);
        f[at++] = after == null ? -1 : after.enders;
        f[at++] = before == null ? -1 : before.enders;
        f[at++] = headings[line.index];
        f[at++] = near(since[line.index]);
        f[at++] = opinion.of(line);
        f[at++] = kept(line.index - 4, line.index);
        f[at] = kept(line.index + 1, line.index + 5);
    }

    private int kept(int from, int to) {
        int kept = 0;
        for (int i = Math.max(0, from); i < Math.min(to, lines.size()); i++)
            if (opinion.of(lines.get(i)) == RuleOpinion.KEPT) kept++;
        return kept;
    }

    private @Nullable Line other(int index) {
        return index < 0 || index >= lines.size() ? null : lines.get(index);
    }

    Outline outline() {
        return outline;
    }

    Facts facts() {
        return facts;
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(List.of(
                "words",
                "links",
                "commas",
                "endersPerWord",
                "enders",
                "upper",
                "digits",
                "wordLength",
                "bold",
                "endsSentence",
                "end",
                "heading",
                "tag"));
        for (Tag tag : AROUND) names.add("in." + tag);
        for (Mark mark : MARKS) names.add("mark." + mark);
        names.addAll(List.of(
                "index",
                "proseBefore",
                "proseAfter",
                "fromHeadline",
                "proseAbove",
                "proseBelow",
                "isHeadline",
                "isDescription",
                "isAuthor",
                "inJsonLdBody"));
        for (PhraseBook.Kind kind : KINDS) names.add("phrase." + kind);
        names.addAll(List.of(
                "parentLinks",
                "parentProse",
                "parentParagraphs",
                "parentWordsPerLine",
                "grandLinks",
                "grandProse",
                "grandParagraphs",
                "placeInParent",
                "regionProse",
                "templateLines",
                "templateWords",
                "templateProse",
                "templateLinks"));
        for (int step : STEPS)
            for (String what : List.of("words", "links", "sameParent", "tag")) names.add(step + "." + what);
        names.addAll(List.of(
                "endAbove",
                "endersBelow",
                "endersAbove",
                "headingAbove",
                "sinceHeading",
                "byRules",
                "rulesKeptAbove",
                "rulesKeptBelow"));
        return List.copyOf(names);
    }
}
