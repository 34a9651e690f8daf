package dev.newsmill.clean;

import java.util.Locale;

/** What the names in an element's class, id or item property say that it holds. */
enum Mark {
    BODY,
    HEADLINE,
    STANDFIRST,
    BYLINE,
    BIO,
    DATE,
    META,
    CAPTION,
    RELATED,
    TEASER,
    SHARE,
    COMMENT,
    NEWSLETTER,
    AD,
    NAV,
    FOOT,
    SIDE,
    TAGS,
    CONSENT,
    GALLERY,
    VIDEO,
    PULLQUOTE,
    EMBED,
    HIDDEN,
    LIVE,
    TOC,
    PAYWALL,
    NOTE;

    final long bit = 1L << ordinal();

    boolean in(long marks) {
        return (marks & bit) != 0;
    }

    static long all(Mark... marks) {
        long bits = 0;
        for (Mark mark : marks) bits |= mark.bit;
        return bits;
    }

    static Mark named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
