package dev.newsmill.clean;

import dev.newsmill.clean.TextLine.Role;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gives each line of a plain text page its role, from the outside in: menus, headline, captions, ends, then the body. */
final class TextRoles {
    private static final Pattern ITEM = Pattern.compile("^(?:[-*•‣▪–]\\s+|\\d{1,2}[.)]\\s+)(?=\\S)");
    /** A notice of rights names a year; the credit of a picture does not. */
    private static final Pattern RIGHTS = Pattern.compile("^©.*\\b(?:19|20)\\d{2}\\b.*");

    private static final int HEADLINE_WORDS = 30;
    private static final int LABEL_WORDS = 14;

    private final PhraseBook phrases;
    private final DateText dates;
    private final PersonNames names;

    TextRoles(PhraseBook phrases, DateText dates, PersonNames names) {
        this.phrases = phrases;
        this.dates = dates;
        this.names = names;
    }

    void assign(List<TextLine> lines) {
        int headline = headline(lines);
        captions(lines);
        credits(lines);
        for (TextLine line : lines) if (line.unknown()) boilerplate(line);
        bylineAndDate(lines, headline);
        standfirst(lines, headline);
        body(lines);
        tail(lines);
        subheads(lines);
    }

    /** Marks what stands before the headline, and the headline; its index, or -1 if there is none. */
    private int headline(List<TextLine> lines) {
        for (int i = 0; i < lines.size(); i++) {
            TextLine line = lines.get(i);
            if (menu(line)) {
                line.is(Role.SKIP_LINK, "before the headline");
            } else if (dates.parse(line.text, false) != null && line.words <= 8) {
                line.is(Role.DATE, line.text);
            } else if (line.words > HEADLINE_WORDS || (line.endsSentence() && line.words > 15)) {
                return -1;
            } else if (line.words >= 3 || followedByProse(lines, i)) {
                line.is(Role.HEADLINE, "first line");
                return i;
            } else {
                line.is(Role.SKIP_LINK, "before the headline");
            }
        }
        return -1;
    }

    private boolean menu(TextLine line) {
        String bare = ITEM.matcher(line.text).replaceFirst("");
        boolean item = bare.length() < line.text.length();
        return phrases.opening(PhraseBook.Kind.SKIP, bare) != null && line.words <= 8
                || item && line.words <= 5
                || line.text.contains(" > ") && line.words <= 10;
    }

    private static boolean followedByProse(List<TextLine> lines, int at) {
        return at + 1 < lines.size() && lines.get(at + 1).prose();
    }

    /** A line that ends with a credit is a caption, and the line right above it says what the picture shows. */
    private void captions(List<TextLine> lines) {
        for (int i = 0; i < lines.size(); i++) {
            TextLine line = lines.get(i);
            if (!line.unknown() || !caption(line)) continue;
            line.is(Role.CAPTION, "credit");
            TextLine above = i > 0 ? lines.get(i - 1) : null;
            if (above != null && above.unknown() && above.group == line.group && above.words <= 60)
                above.is(Role.IMAGE_ALT, "above a caption");
        }
    }

    private static boolean caption(TextLine line) {
        return line.words <= 80
                && Caption.of(line.text).credit() != null
                && !RIGHTS.matcher(line.text).matches();
    }

    private void credits(List<TextLine> lines) {
        for (int i = lines.size() - 1; i >= Math.max(0, lines.size() - 12); i--) {
            TextLine line = lines.get(i);
            if (line.unknown()
                    && line.words <= 14
                    && !CreditLine.read(line.text, names).isEmpty()) line.is(Role.CREDITS, "agencies");
        }
    }

    private void boilerplate(TextLine line) {
        String cue = cue(line);
        if (cue != null) line.is(Role.BOILERPLATE, cue);
    }

    private @Nullable String cue(TextLine line) {
        boolean sentence = line.prose() && line.words > 8;
        for (PhraseBook.Kind kind : List.of(
                PhraseBook.Kind.RELATED,
                PhraseBook.Kind.SHARE,
                PhraseBook.Kind.AD,
                PhraseBook.Kind.COMMENTS,
                PhraseBook.Kind.READING,
                PhraseBook.Kind.MEDIA)) {
            String phrase = line.words <= 25 && !sentence ? phrases.find(kind, line.text) : null;
            if (phrase != null && (kind == PhraseBook.Kind.RELATED || line.words <= 8))
                return kind.name().toLowerCase(Locale.ROOT) + ": " + phrase;
        }
        for (PhraseBook.Kind kind :
                List.of(PhraseBook.Kind.NEWSLETTER, PhraseBook.Kind.COPYRIGHT, PhraseBook.Kind.CONSENT)) {
            String phrase = line.words <= 40 ? phrases.find(kind, line.text) : null;
            if (phrase != null) return kind.name().toLowerCase(Locale.ROOT) + ": " + phrase;
        }
        return null;
    }

    private void bylineAndDate(List<TextLine> lines, int headline) {
        int seen = 0;
        for (int i = Math.max(0, headline + 1); i < lines.size() && seen < 8; i++, seen++) {
            TextLine line = lines.get(i);
            if (!line.unknown() || line.words > 14) continue;
            String byline = phrases.opening(PhraseBook.Kind.BYLINE, line.text);
            if (byline != null
                    && !line.endsSentence()
                    && !names.of(line.text, null, true).isEmpty()) line.is(Role.BYLINE, byline);
            else if (dates.parse(line.text, false) != null
                    && (line.words <= 8 || phrases.opening(PhraseBook.Kind.DATE, line.text) != null))
                line.is(Role.DATE, line.text);
        }
    }

    /** The paragraph under the headline, where a picture or a byline parts it from the body. */
    private static void standfirst(List<TextLine> lines, int headline) {
        if (headline < 0) return;
        for (int i = headline + 1; i + 1 < lines.size(); i++) {
            TextLine line = lines.get(i);
            if (!line.unknown()) {
                if (line.role == Role.CAPTION || line.role == Role.IMAGE_ALT) return;
                continue;
            }
            Role next = lines.get(i + 1).role;
            boolean parted = next == Role.IMAGE_ALT || next == Role.CAPTION || next == Role.BYLINE || next == Role.DATE;
            if (line.words >= 5 && line.words <= 80 && parted) line.is(Role.STANDFIRST, "parted from the body");
            return;
        }
    }

    private static void body(List<TextLine> lines) {
        for (TextLine line : lines) {
            if (!line.unknown()) continue;
            if (ITEM.matcher(line.text).find()) line.is(Role.ITEM, null);
            else if (line.prose()) line.is(Role.BODY, null);
        }
    }

    /** Labels after the last paragraph close the page; nothing stands under them. */
    private static void tail(List<TextLine> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            TextLine line = lines.get(i);
            if (line.role == Role.BODY) return;
            if (line.unknown() || (line.role == Role.ITEM && line.words <= 4))
                line.is(Role.BOILERPLATE, "after the last paragraph");
        }
    }

    /**
     * A label between paragraphs is a sub-head. Where a page's sub-heads are questions, a label that asks nothing is the
     * headline of something else: an embedded teaser.
     */
    private static void subheads(List<TextLine> lines) {
        long questions =
                lines.stream().filter(line -> line.unknown() && line.asks()).count();
        long labels = lines.stream()
                        .filter(line -> line.unknown() && line.words <= LABEL_WORDS)
                        .count()
                - questions;
        boolean asking = questions >= 2 && questions > labels;
        for (TextLine line : lines) {
            if (!line.unknown()) continue;
            if (line.words > LABEL_WORDS) line.is(Role.BODY, null);
            else if (asking && !line.asks()) line.is(Role.TEASER, "not a question, as the sub-heads here are");
            else line.is(Role.SUBHEAD, null);
        }
    }

    static String withoutBullet(String text) {
        return ITEM.matcher(text).replaceFirst("");
    }
}
