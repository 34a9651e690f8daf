package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Why a page is no article; what stands in {@code <main>} is what the rules kept. */
class VerdictTest {
    private static final String URL = "https://www.lakesidepost.example/news/ferry";
    private static final String FRONT = "https://www.lakesidepost.example/";
    private static final int MIN_CHARS = 120;

    /** Ten words. */
    private static final String SENTENCE = "The ferry crossed the lake again after two long winters. ";

    private static final String ARTICLE = "<meta property=og:type content=article>";
    private static final String CARD = "<p><a href=/a>Why the goat was never charged at all</a></p>";

    private final Verdict verdict = new Verdict(PhraseBook.load());

    @Test
    void hasNothingAgainstAnArticle() {
        assertThat(reason("", main(12))).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Page not found",
                "404",
                "Error 404 - Lakeside Post",
                "Just a moment...",
                "Access Denied",
                "Seite nicht gefunden | Seeblatt",
                "Page introuvable",
                "Página no encontrada",
                "Pagina non trovata",
                "Página não encontrada",
                "Pagina niet gevonden",
                "Nie znaleziono strony",
                "Страница не найдена",
                "الصفحة غير موجودة",
                "页面不存在",
                "ページが見つかりません"
            })
    void takesAShortPageWithSuchATitleForAnError(String title) {
        assertThat(reason("<title>" + title + "</title>", main(3))).isEqualTo(DropReason.ERROR_PAGE);
    }

    @Test
    void takesAShortPageWithSuchAHeadingForAnError() {
        assertThat(reason("<title>Lakeside Post</title>", "<main><h1>Page not found</h1></main>"))
                .isEqualTo(DropReason.ERROR_PAGE);
    }

    @Test
    void anErrorIsNotWhatALongPageTellsOf() {
        assertThat(reason("<title>Page not found</title>", main(12))).isNull();
    }

    @Test
    void anErrorIsNotWhatAnArticleIsAbout() {
        assertThat(reason(
                        "<title>Access denied: how a whole town lost the way to its own lake for a winter</title>",
                        main(7)))
                .isNull();
    }

    @Test
    void aPageWithoutAWordIsEmpty() {
        assertThat(reason("", "<main></main>")).isEqualTo(DropReason.EMPTY);
    }

    @Test
    void aPageWithoutAWordButWithAScriptIsAShell() {
        assertThat(reason("<script src=/app.js></script>", "<div id=root></div>"))
                .isEqualTo(DropReason.SCRIPT_SHELL);
    }

    @Test
    void aPageOfFewWordsAndManyScriptsIsAShell() {
        String scripts = "<script src=/app.js></script>".repeat(3);
        assertThat(reason(scripts, "<main><p>Loading the lake</p></main>")).isEqualTo(DropReason.SCRIPT_SHELL);
        assertThat(reason(scripts, main(6))).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Subscribe to continue",
                "Already a subscriber? Here is the door.",
                "Bereits Abonnent? Hier entlang.",
                "Cet article est réservé aux abonnés.",
                "¿Ya eres suscriptor? Entra aquí.",
                "Contenuto riservato agli abbonati",
                "Para continuar lendo, entre.",
                "Exclusief voor abonnees",
                "Artykuł dostępny tylko dla prenumeratorów",
                "Материал доступен только по подписке",
                "هذا المحتوى للمشتركين",
                "订阅后继续阅读",
                "この記事は有料会員限定です"
            })
    void aBeginningWithAnOfferIsAStub(String offer) {
        assertThat(reason(ARTICLE, main(3) + "<p>" + offer + "</p>")).isEqualTo(DropReason.PAYWALL_STUB);
    }

    @Test
    void anOfferUnderAWholeArticleIsNone() {
        assertThat(reason("", main(6) + "<p>Subscribe to continue</p>")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We use cookies to see who looks at the goat.",
                "Wir verwenden Cookies für unsere Ziege.",
                "Nous utilisons des cookies pour la chèvre.",
                "Utilizamos cookies para la cabra.",
                "Utilizziamo i cookie per la capra.",
                "We gebruiken cookies voor de geit.",
                "Używamy plików cookie dla kozy.",
                "Мы используем файлы cookie.",
                "نستخدم ملفات تعريف الارتباط",
                "本网站使用小型文本文件",
                "当サイトではクッキーを使用しています"
            })
    void aQuestionForConsentAloneIsAWall(String question) {
        assertThat(reason("", "<main><p>" + question + "</p></main>")).isEqualTo(DropReason.CONSENT_WALL);
    }

    @Test
    void aQuestionForConsentAboveALongPageIsNoWall() {
        String menu = "<li>The weather on the lake and in the hills</li>".repeat(45);
        assertThat(reason("", "<p>We use cookies</p><ul>" + menu + "</ul>" + main(3)))
                .isNull();
    }

    @Test
    void aPlayerAndALineAreAVideo() {
        String video = "<meta property=og:type content=video.other>";
        assertThat(reason(video, main(2) + "<video src=/v.mp4></video>")).isEqualTo(DropReason.VIDEO_ONLY);
        assertThat(reason(video, main(2) + "<iframe src=/v></iframe>")).isEqualTo(DropReason.VIDEO_ONLY);
    }

    @Test
    void aPlayerBesideAnArticleIsNoVideo() {
        assertThat(reason("", main(3) + "<video src=/v.mp4></video>")).isNull();
        assertThat(reason("<meta property=og:type content=video>", main(6) + "<video></video>"))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ImageGallery", "MediaGallery"})
    void picturesWithALineAreAGallery(String type) {
        String head = "<script type=application/ld+json>{\"@type\":\"" + type + "\"}</script>";
        assertThat(reason(head, main(3))).isEqualTo(DropReason.GALLERY);
        assertThat(reason(head, main(6))).isNull();
    }

    @Test
    void headlinesWithLinksAtAFrontDoorAreNoArticle() {
        assertThat(reason(FRONT, "", CARD.repeat(15) + main(10))).isEqualTo(DropReason.NOT_AN_ARTICLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://www.lakesidepost.example", "https://www.lakesidepost.example/index.php?x=1"})
    void frontDoorsHaveSeveralAddresses(String url) {
        assertThat(reason(url, "", CARD.repeat(20) + main(2))).isEqualTo(DropReason.NOT_AN_ARTICLE);
    }

    @Test
    void linksWithLittleElseAreAList() {
        assertThat(reason("", CARD.repeat(15) + main(1))).isEqualTo(DropReason.LIST);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fewer links                        | 14 | 10 | ''",
                "more words than the links          | 15 | 12 | ''",
                "a page that says it is an article  | 30 | 13 | <meta property=og:type content=article>"
            })
    void isNotMistakenForASection(String why, int cards, int sentences, String head) {
        assertThat(reason(FRONT, head, CARD.repeat(cards) + main(sentences)))
                .as(why)
                .isNull();
    }

    @Test
    void aLongTextIsAnArticleHoweverManyLinksStandAroundIt() {
        assertThat(reason(FRONT, "", CARD.repeat(100) + main(25))).isNull();
    }

    @Test
    void anAddressThatNamesAnArticleKeepsAShortOneAmongLinks() {
        assertThat(reason("", CARD.repeat(40) + main(3))).isNull();
    }

    @Test
    void whatIsLeftAndShortIsTooShort() {
        assertThat(reason("", main(2))).isEqualTo(DropReason.TOO_SHORT);
        assertThat(reason("", main(3))).isNull();
    }

    @Test
    void saysWhatItMeasured() {
        assertThat(against(URL, "", main(2)).detail()).isEqualTo("113 of 120 characters");
        assertThat(against(FRONT, "", CARD.repeat(20) + main(3)).detail())
                .isEqualTo("20 links as long as headlines, more than 14; 30 words of text, fewer than 250");
        assertThat(against(URL, "<title>Page not found</title>", main(1)).detail())
                .isEqualTo("\"Page not found\", 10 words of text, fewer than 120");
        assertThat(against(URL, "", main(1) + "<p>Subscribe to read</p>").detail())
                .isEqualTo("10 words of text, fewer than 60; 13 on the page");
    }

    private @Nullable DropReason reason(String head, String body) {
        return reason(URL, head, body);
    }

    private @Nullable DropReason reason(String url, String head, String body) {
        Verdict.Reason reason = verdict(url, head, body);
        return reason == null ? null : reason.reason();
    }

    private Verdict.Reason against(String url, String head, String body) {
        return Objects.requireNonNull(verdict(url, head, body));
    }

    private Verdict.@Nullable Reason verdict(String url, String head, String body) {
        Outline outline = Pages.outline("<html><head>" + head + "</head><body>" + body + "</body></html>");
        List<Line> kept = outline.lines().stream()
                .filter(line -> line.region.in(Tag.MAIN))
                .toList();
        return verdict.against(outline, Pages.facts(outline, url), url, kept, MIN_CHARS);
    }

    private static String main(int sentences) {
        return "<main><p>" + SENTENCE.repeat(sentences) + "</p></main>";
    }
}
