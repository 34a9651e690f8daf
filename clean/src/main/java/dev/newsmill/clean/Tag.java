package dev.newsmill.clean;

import java.util.HashMap;
import java.util.Map;

/** What an HTML element means for the text, by its name. */
enum Tag {
    BODY(Flow.BLOCK),
    DIV(Flow.BLOCK),
    SECTION(Flow.BLOCK),
    ARTICLE(Flow.BLOCK),
    MAIN(Flow.BLOCK),
    ASIDE(Flow.BLOCK),
    HEADER(Flow.BLOCK),
    FOOTER(Flow.BLOCK),
    NAV(Flow.BLOCK),
    P(Flow.BLOCK),
    H1(Flow.BLOCK),
    H2(Flow.BLOCK),
    H3(Flow.BLOCK),
    H4(Flow.BLOCK),
    H5(Flow.BLOCK),
    H6(Flow.BLOCK),
    UL(Flow.BLOCK),
    OL(Flow.BLOCK),
    LI(Flow.BLOCK),
    DL(Flow.BLOCK),
    DT(Flow.BLOCK),
    DD(Flow.BLOCK),
    BLOCKQUOTE(Flow.BLOCK),
    PRE(Flow.BLOCK),
    TABLE(Flow.BLOCK),
    TBODY(Flow.BLOCK),
    THEAD(Flow.BLOCK),
    TFOOT(Flow.BLOCK),
    TR(Flow.BLOCK),
    TD(Flow.BLOCK),
    TH(Flow.BLOCK),
    CAPTION(Flow.BLOCK),
    FIGURE(Flow.BLOCK),
    FIGCAPTION(Flow.BLOCK),
    FORM(Flow.BLOCK),
    FIELDSET(Flow.BLOCK),
    LEGEND(Flow.BLOCK),
    BUTTON(Flow.BLOCK),
    LABEL(Flow.BLOCK),
    DETAILS(Flow.BLOCK),
    SUMMARY(Flow.BLOCK),
    ADDRESS(Flow.BLOCK),
    CENTER(Flow.BLOCK),
    DIALOG(Flow.BLOCK),
    HR(Flow.BLOCK),
    BR(Flow.BREAK),
    A(Flow.INLINE),
    EM(Flow.INLINE),
    I(Flow.INLINE),
    STRONG(Flow.INLINE),
    B(Flow.INLINE),
    CODE(Flow.INLINE),
    TIME(Flow.INLINE),
    SPAN(Flow.INLINE),
    IMG(Flow.INLINE),
    META(Flow.INLINE),
    LINK(Flow.INLINE),
    OTHER(Flow.INLINE),
    SUP(Flow.INLINE),
    SCRIPT(Flow.SKIP),
    TITLE(Flow.SKIP),
    VIDEO(Flow.SKIP),
    SKIPPED(Flow.SKIP);

    /** How an element stands in the flow of text. */
    enum Flow {
        BLOCK,
        INLINE,
        BREAK,
        SKIP
    }

    private static final Map<String, Tag> NAMES = names();

    final Flow flow;

    Tag(Flow flow) {
        this.flow = flow;
    }

    static Tag of(String name) {
        return NAMES.getOrDefault(name, OTHER);
    }

    /** 1 to 6 for a heading, 0 for all others. */
    int heading() {
        return compareTo(H1) >= 0 && compareTo(H6) <= 0 ? ordinal() - H1.ordinal() + 1 : 0;
    }

    boolean item() {
        return this == LI || this == DT || this == DD;
    }

    boolean cell() {
        return this == TD || this == TH;
    }

    private static Map<String, Tag> names() {
        Map<String, Tag> names = new HashMap<>();
        for (Tag tag : values()) names.put(tag.name().toLowerCase(java.util.Locale.ROOT), tag);
        for (String skip : new String[] {
            "style",
            "noscript",
            "template",
            "iframe",
            "svg",
            "math",
            "canvas",
            "object",
            "embed",
            "applet",
            "select",
            "option",
            "input",
            "textarea",
            "audio",
            "map",
            "area",
            "progress",
            "meter",
            "datalist",
            "noembed",
            "noframes",
            "param",
            "source",
            "track"
        }) names.put(skip, SKIPPED);
        names.put("frameset", BODY);
        names.put("hgroup", DIV);
        names.put("menu", UL);
        names.put("search", NAV);
        return names;
    }
}
