package dev.newsmill.clean;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run of visible text between two boundaries of blocks, and what was counted while reading it. */
final class Line {
    final int index;
    final Region region;
    final String text;
    final List<Markup> markup;
    final int linkChars;
    final int boldChars;
    final int words;
    final int commas;
    final int enders;
    final int upper;
    final int digits;
    /** Letters and digits: as many as the key has. */
    final int letters;
    /** Marks of the region and all that it is in, and those of inline elements that cover this line. */
    long marks;
    /** Marks of inline elements only. */
    final long ownMarks;
    /** Lower-case letters and digits only, for comparing; made when first asked for. */
    private @Nullable String key;

    private long phrases = -1;
    /** The rule that removed the line; null while it stays. */
    @Nullable
    String removedBy;
    /** What that rule measured. */
    @Nullable
    String value;
    /** How much it looks like text of the article: above zero for, below against. */
    float weight;
    /** How probable it is that the line is text of the article. */
    float probability;

    Line(int index, Region region, String text, List<Markup> markup, int linkChars, int boldChars, long ownMarks) {
        this.index = index;
        this.region = region;
        this.text = text;
        this.markup = markup;
        this.linkChars = linkChars;
        this.boldChars = boldChars;
        this.ownMarks = ownMarks;
        int commas = 0;
        int enders = 0;
        int upper = 0;
        int digits = 0;
        int words = 0;
        int unspaced = 0;
        int letters = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = Glyphs.wordly(c);
            if (letter) letters++;
            if (Glyphs.unspaced(c)) {
                unspaced++;
                inWord = false;
            } else if (letter) {
                if (!inWord) words++;
                inWord = true;
                if (c <= '9') digits++;
                else if (c < 'a' ? c <= 'Z' : c >= 0x80 && Character.isUpperCase(c)) upper++;
                continue;
            } else if (c == ' ' || c == '\n') {
                inWord = false;
                continue;
            }
            if (Glyphs.comma(c)) commas++;
            else if (Glyphs.ender(c)) enders++;
        }
        this.commas = commas;
        this.enders = enders;
        this.upper = upper;
        this.digits = digits;
        this.words = words + (unspaced + 1) / 2;
        this.letters = letters;
    }

    int chars() {
        return text.length();
    }

    float linkDensity() {
        return text.isEmpty() ? 0 : Math.min(1f, (float) linkChars / text.length());
    }

    /** Ends as a sentence does: with its mark, or with quotes or brackets after it. */
    boolean endsSentence() {
        int i = text.length() - 1;
        while (i > 0 && (Glyphs.closer(text.charAt(i)) || text.charAt(i) == ' ')) i--;
        return i >= 0 && Glyphs.ender(text.charAt(i));
    }

    /** Reads like sentences, and not like a label or a list of links. */
    boolean prose() {
        return words >= 8 && linkDensity() < 0.5f && (enders > 0 || commas > 0 || words >= 20);
    }

    boolean has(Mark mark) {
        return mark.in(marks);
    }

    /** Part of somebody's post that the article shows. */
    boolean embedded() {
        return has(Mark.EMBED) && region.in(Tag.BLOCKQUOTE);
    }

    boolean isHeading() {
        return region.tag.heading() > 0;
    }

    boolean kept() {
        return removedBy == null;
    }

    void remove(String rule, @Nullable String measured) {
        if (removedBy != null) return;
        removedBy = rule;
        value = measured;
    }

    /** Undoes a removal. */
    void restore() {
        removedBy = null;
        value = null;
    }

    /** The kinds of phrases in the line, as {@link PhraseBook#kinds} gives them; looked up once. */
    long phrases(PhraseBook book) {
        if (phrases < 0) phrases = book.kinds(text);
        return phrases;
    }

    /** Whether the line's letters and digits are those of {@code key}. */
    boolean says(String key) {
        return letters == key.length() && letters > 0 && key().equals(key);
    }

    String key() {
        String made = key;
        if (made == null) {
            made = Key.of(text);
            key = made;
        }
        return made;
    }

    @Override
    public String toString() {
        return index + " " + region + ": " + text;
    }
}
