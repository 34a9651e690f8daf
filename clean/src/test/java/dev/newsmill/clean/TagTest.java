package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Elements, their paths, and what meta elements say. */
class TagTest {
    @ParameterizedTest
    @CsvSource({
        "p, P, BLOCK",
        "blockquote, BLOCKQUOTE, BLOCK",
        "hgroup, DIV, BLOCK",
        "menu, UL, BLOCK",
        "search, NAV, BLOCK",
        "span, SPAN, INLINE",
        "custom-element, OTHER, INLINE",
        "br, BR, BREAK",
        "script, SCRIPT, SKIP",
        "svg, SKIPPED, SKIP",
        "iframe, SKIPPED, SKIP",
        "video, VIDEO, SKIP"
    })
    void isKnownByTheNameOfItsElement(String name, Tag tag, Tag.Flow flow) {
        assertThat(Tag.of(name)).isEqualTo(tag);
        assertThat(tag.flow).isEqualTo(flow);
    }

    @ParameterizedTest
    @EnumSource(Tag.class)
    void fitsIntoTheBitsOfARegion(Tag tag) {
        assertThat(tag.ordinal()).isLessThan(Long.SIZE);
        assertThat(tag.heading())
                .isEqualTo(tag.name().matches("H[1-6]") ? tag.name().charAt(1) - '0' : 0);
        assertThat(tag.item()).isEqualTo(List.of(Tag.LI, Tag.DT, Tag.DD).contains(tag));
        assertThat(tag.cell()).isEqualTo(tag == Tag.TD || tag == Tag.TH);
    }

    @ParameterizedTest
    @EnumSource(Mark.class)
    void marksHaveABitEach(Mark mark) {
        assertThat(Mark.named(mark.name().toLowerCase(Locale.ROOT))).isEqualTo(mark);
        assertThat(mark.in(mark.bit)).isTrue();
        assertThat(mark.in(~mark.bit)).isFalse();
        assertThat(Mark.all(mark, Mark.NAV) & mark.bit).isNotZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>x</p>                                         | html > body > p",
                "<div class='a b'><p class='  c d'>x</p></div>    | html > body > div.a > p.c",
                "<div id=top><div><p>x</p></div></div>            | div#top > div > p",
                "<div><div><div><div><p>x</p></div></div></div></div> | div > div > div > p",
                "<p id=lead class=a>x</p>                         | p#lead"
            })
    void aPathIsShort(String html, String path) {
        Element element = Jsoup.parse(html).selectFirst("p");
        assertThat(element == null ? null : CssPath.of(element)).isEqualTo(path);
    }

    @Test
    void aPathCutsLongNames() {
        Element element = Jsoup.parse("<p class=" + "x".repeat(99) + ">x</p>").selectFirst("p");
        assertThat(element == null ? null : CssPath.of(element)).isEqualTo("html > body > p." + "x".repeat(40));
    }

    @Test
    void metaElementsAreKnownByAnyOfTheirNamesInAnyCase() {
        MetaTags meta = meta("<meta property=OG:Title content='  The  ferry '><meta name=author content=Ida>"
                + "<meta itemprop=datePublished content=2024><meta http-equiv=Content-Language content=en>");
        assertThat(meta.first("og:title")).isEqualTo("The ferry");
        assertThat(meta.first("author")).isEqualTo("Ida");
        assertThat(meta.first("datepublished")).isEqualTo("2024");
        assertThat(meta.first("content-language")).isEqualTo("en");
    }

    @Test
    void metaElementsThatSayNothingAreNone() {
        MetaTags meta = meta("<meta name=author content=' '><meta name=author><meta content=Ida>");
        assertThat(meta.first("author")).isNull();
        assertThat(meta.all("author")).isEmpty();
        assertThat(meta.first("")).isNull();
    }

    @Test
    void whatIsFoundStandsInTheOrderAskedFor() {
        MetaTags meta = meta("<meta name=b content=3><meta name=a content=1><meta name=a content=2>");
        assertThat(meta.found("a", "none", "b"))
                .extracting(found -> found.path() + "=" + found.value())
                .containsExactly("meta[a]=1", "meta[a]=2", "meta[b]=3");
    }

    private static MetaTags meta(String html) {
        return new MetaTags(Jsoup.parse(html).select("meta"));
    }
}
