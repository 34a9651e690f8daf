package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.message.Evidence;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages say about themselves where readers do not look; authors, dates and headlines have tests of their own. */
class MetadataReaderTest {
    private static final String URL = "https://www.lakesidepost.example/news/ferry?from=mail";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<link rel=canonical href=https://lakesidepost.example/ferry>          | https://lakesidepost.example/ferry",
                "<link rel=CANONICAL href=/ferry>                        | https://www.lakesidepost.example/ferry",
                "<link rel=alternate href=/ferry>                        | ",
                "<meta property=og:url content=https://m.lakesidepost.example/ferry>   | https://m.lakesidepost.example/ferry",
                "<link rel=canonical href=/><meta property=og:url content=https://www.lakesidepost.example/ferry> | https://www.lakesidepost.example/ferry",
                "<link rel=canonical href=https://wire.example/ferry>    | ",
                "<link rel=canonical href=''>                            | ",
                "<link rel=canonical href=https://lakesidepost.example/a><meta property=og:url content=https://lakesidepost.example/b> | https://lakesidepost.example/a"
            })
    void believesAnAddressOnItsOwnSite(String head, @Nullable String canonical) {
        assertThat(facts(head).canonicalUrl).isEqualTo(canonical);
    }

    @Test
    void readsTheAddressThatAnArticleInJsonLdHas() {
        assertThat(facts(jsonLd("'@type':'NewsArticle','url':'https://lakesidepost.example/ferry'")).canonicalUrl)
                .isEqualTo("https://lakesidepost.example/ferry");
        assertThat(facts(jsonLd("'@type':'Person','url':'https://lakesidepost.example/ida'")).canonicalUrl)
                .isNull();
    }

    @Test
    void aPageOnDiskMayBeOfAnySite() {
        Outline outline = Pages.outline("<head><link rel=canonical href=https://wire.example/ferry></head>");
        assertThat(Pages.facts(outline, "file:///ferry.html").canonicalUrl).isEqualTo("https://wire.example/ferry");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<meta property=article:section content='Lake traffic'>               | Lake traffic",
                "<meta name=section content=Travel>                                   | Travel",
                "<meta property=article:section content=A><meta name=section content=B> | A",
                "<meta property=article:section content=''>                           | "
            })
    void readsTheSection(String head, @Nullable String section) {
        assertThat(facts(head).section).isEqualTo(section);
    }

    @Test
    void aSectionInJsonLdWinsAndTheOthersAreNamed() {
        Facts facts = facts(jsonLd("'@type':'NewsArticle','articleSection':['Lake','Town']")
                + "<meta name=section content=Travel>");
        assertThat(facts.section).isEqualTo("Lake");
        assertThat(facts.evidence.get("section"))
                .satisfies(evidence -> assertThat(evidence.losers())
                        .extracting(Evidence.Candidate::raw)
                        .containsExactly("Travel"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<meta property=article:tag content=Ferries><meta property=article:tag content=Goats>",
                "<meta property=article:tag content='Ferries, Goats'>",
                "<meta name=keywords content='Ferries; Goats'>",
                "<meta name=news_keywords content='Ferries，Goats、ferries'>",
                "<meta name=parsely-tags content='Ferries,,Goats,'>"
            })
    void readsTagsHoweverTheyAreWritten(String head) {
        assertThat(facts(head).tags).containsExactly("Ferries", "Goats");
    }

    @ParameterizedTest
    @ValueSource(strings = {"['Ferries','Goats']", "'Ferries, Goats'", "[{'name':'Ferries'},{'name':'Goats'}]"})
    void readsTheKeywordsOfJsonLd(String keywords) {
        assertThat(facts(jsonLd("'@type':'NewsArticle','keywords':" + keywords)).tags)
                .containsExactly("Ferries", "Goats");
    }

    @Test
    void keywordsForSearchEnginesCountOnlyWhereThereAreNoTags() {
        assertThat(facts("<meta property=article:tag content=Goats><meta name=keywords content='news, online'>").tags)
                .containsExactly("Goats");
    }

    @Test
    void keepsNoMoreThanThirtyTagsAndNoSentences() {
        StringBuilder list = new StringBuilder("This is a whole sentence about a ferry and its goat that is no tag");
        for (int i = 0; i < 50; i++) list.append(",tag ").append(i);
        assertThat(facts("<meta name=keywords content='" + list + "'>").tags)
                .hasSize(30)
                .startsWith("tag 0");
    }

    @ParameterizedTest
    @CsvSource({
        "true,true",
        "false,false",
        "'True',true",
        "'False',false",
        "'http://schema.org/True',true",
        "'no',false"
    })
    void readsWhetherItIsFree(String value, boolean free) {
        String quoted = value.equals("true") || value.equals("false") ? value : "'" + value + "'";
        assertThat(facts(jsonLd("'@type':'NewsArticle','isAccessibleForFree':" + quoted)).accessibleForFree)
                .isEqualTo(free);
    }

    @ParameterizedTest
    @CsvSource({"free,true", "locked,false", "metered,false", "golden,"})
    void readsTheTierThatItIsSoldIn(String tier, @Nullable Boolean free) {
        assertThat(facts("<meta property=article:content_tier content=" + tier + ">").accessibleForFree)
                .isEqualTo(free);
    }

    @Test
    void saysNothingOfAPriceThatNobodyNames() {
        assertThat(facts("<title>The ferry</title>").accessibleForFree).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<meta property=og:site_name content='Lakeside Post'>     | Lakeside Post",
                "<meta name=application-name content=Lakeside>            | Lakeside",
                "<title>The ferry - Lakeside Post</title>                 | "
            })
    void readsTheNameOfTheSite(String head, @Nullable String name) {
        assertThat(facts(head).siteName).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'@type':'NewsArticle','publisher':{'@type':'Organization','name':'Lakeside Post'}",
                "'@type':'NewsArticle','publisher':'Lakeside Post'",
                "'@type':'WebSite','name':'Lakeside Post'"
            })
    void readsThePublisherOfJsonLd(String script) {
        assertThat(facts(jsonLd(script)).siteName).isEqualTo("Lakeside Post");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "en, en",
                "en_GB, en-GB",
                "EN-us, en-US",
                "pt-br, pt-BR",
                "zh-Hant-TW, zh-Hant-TW",
                "english language, -",
                "x, -",
                "und, -",
                "'', -"
            })
    void writesLanguagesAsTheirStandardDoes(String declared, @Nullable String language) {
        Outline outline = Pages.outline("<html lang='" + declared + "'><body></body></html>");
        assertThat(Pages.facts(outline, URL).language).isEqualTo(language);
    }

    @Test
    void theLanguageOfThePageWinsOverThatOfItsCard() {
        Outline outline =
                Pages.outline("<html lang=de><head><meta property=og:locale content=en_US></head><body></body></html>");
        Facts facts = Pages.facts(outline, URL);
        assertThat(facts.languages).extracting(Found::value).containsExactly("de", "en-US");
        assertThat(facts.language).isEqualTo("de");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<meta property=og:description content=One><meta name=description content=Two> | One",
                "<meta name=description content=Two><meta name=twitter:description content=Three> | Two",
                "<title>No description</title> | "
            })
    void readsTheDescription(String head, @Nullable String description) {
        assertThat(facts(head).description).isEqualTo(description);
    }

    @Test
    void knowsALiveBlogByItsType() {
        assertThat(facts(jsonLd("'@type':'LiveBlogPosting','headline':'The goat, live'")).pageType)
                .isEqualTo("liveblog");
        assertThat(facts(jsonLd("'@type':'NewsArticle','headline':'The goat'")).pageType)
                .isEqualTo("article");
    }

    @Test
    void knowsWhatThePageTakesItselfFor() {
        assertThat(facts("<meta property=og:type content=article>").isArticle).isTrue();
        assertThat(facts(jsonLd("'@type':'NewsArticle'")).isArticle).isTrue();
        assertThat(facts("<meta property=og:type content=website>").isArticle).isFalse();
        assertThat(facts("<meta property=og:type content=video.other>").video).isTrue();
        assertThat(facts(jsonLd("'@type':'VideoObject'")).video).isTrue();
        assertThat(facts(jsonLd("'@type':'ImageGallery'")).gallery).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "https://lakesidepost.example/a, en, 2024-03-04",
        "https://lakesidepost.co.uk/a, en, 2024-04-03",
        "https://lakesidepost.co.uk/a, en-US, 2024-03-04",
        "https://lakesidepost.example/a, en-GB, 2024-04-03",
        "https://lakesidepost.example/a, de, 2024-04-03"
    })
    void readsTheMonthFirstWhereAmericansDo(String url, String language, String date) {
        Outline outline = Pages.outline("<html lang=" + language
                + "><head><meta property=article:published_time content=3/4/2024></head><body></body></html>");
        assertThat(Pages.facts(outline, url).datePublished).isEqualTo(date);
    }

    @Test
    void aPageThatSaysNothingHasNoFacts() {
        Facts facts = facts("");
        assertThat(List.of(facts.tags, facts.authors, facts.credits, facts.languages))
                .allSatisfy(list -> assertThat(list).isEmpty());
        assertThat(facts.evidence).isEmpty();
    }

    private static Facts facts(String head) {
        return Pages.facts(Pages.outline("<html><head>" + head + "</head><body></body></html>"), URL);
    }

    private static String jsonLd(String fields) {
        return "<script type=application/ld+json>{" + fields.replace('\'', '"') + "}</script>";
    }
}
