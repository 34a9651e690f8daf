package dev.newsmill.clean;

import org.jspecify.annotations.Nullable;

/** A line of a plain text page: a paragraph, or one of several lines that stand together. */
final class TextLine {
    /** What a line is for. */
    enum Role {
        UNKNOWN,
        SKIP_LINK,
        HEADLINE,
        DATE,
        BYLINE,
        STANDFIRST,
        IMAGE_ALT,
        CAPTION,
        BODY,
        ITEM,
        SUBHEAD,
        TEASER,
        CREDITS,
        BOILERPLATE
    }

    /** Counted from 1, as editors count. */
    final int number;
    /** Lines without an empty line between them share it. */
    final int group;

    final String text;
    final int words;
    Role role = Role.UNKNOWN;
    /** What gave the role away. */
    @Nullable
    String cue;

    TextLine(int number, int group, String text) {
        this.number = number;
        this.group = group;
        this.text = text;
        this.words = text.isEmpty() ? 0 : count(text);
    }

    private static int count(String text) {
        int words = 0;
        int unspaced = 0;
        boolean in = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Glyphs.unspaced(c)) unspaced++;
            boolean letter = Character.isLetterOrDigit(c) && !Glyphs.unspaced(c);
            if (letter && !in) words++;
            in = letter || (in && (c == '\'' || c == '’' || c == '-'));
        }
        return words + (unspaced + 1) / 2;
    }

    void is(Role found, @Nullable String why) {
        role = found;
        cue = why;
    }

    boolean unknown() {
        return role == Role.UNKNOWN;
    }

    boolean endsSentence() {
        int i = text.length() - 1;
        while (i > 0 && Glyphs.closer(text.charAt(i))) i--;
        return i >= 0 && (Glyphs.ender(text.charAt(i)) || text.charAt(i) == ':');
    }

    boolean asks() {
        return text.endsWith("?") || text.endsWith("？") || text.endsWith("؟");
    }

    /** Long enough, or closed like a sentence: text and not a label. */
    boolean prose() {
        return words >= 16 || (words >= 5 && endsSentence() && !asks());
    }

    String path() {
        return "line " + number;
    }
}
