package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.message.Image;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReaderTest {
    private static final String SITE = "https://www.lakesidepost.example";
    private static final String TEXT =
            "<p>The ferry crossed the lake again on Friday, after two winters in the yard.</p>";

    @Test
    void readsCaptionCreditAndAlternativeText() {
        assertThat(images("<figure><img src=/ferry.jpg alt='A ferry  and a goat'>"
                        + "<figcaption>The ferry leaves the pier. Photo: Anna Lind</figcaption></figure>"))
                .containsExactly(new Image(
                        SITE + "/ferry.jpg", "The ferry leaves the pier.", "Anna Lind", "A ferry and a goat"));
    }

    @Test
    void aFigureNeedsNoCaption() {
        assertThat(images("<figure><img src=/ferry.jpg></figure>"))
                .containsExactly(new Image(SITE + "/ferry.jpg", null, null, null));
    }

    @Test
    void anImageWithoutAFigureIsDecoration() {
        assertThat(images("<img src=/line.png><p><img src=/dot.png> Some words.</p>"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<img src=/a.jpg data-src=/b.jpg>                     | /a.jpg",
                "<img src='data:image/gif;base64,R0' data-src=/b.jpg> | /b.jpg",
                "<img data-original=/c.jpg>                           | /c.jpg",
                "<img data-lazy-src=/d.jpg>                           | /d.jpg",
                "<img srcset='/e-300.jpg 300w, /e-600.jpg 600w'>      | /e-300.jpg",
                "<img data-srcset='/f.jpg'>                           | /f.jpg"
            })
    void findsTheAddressWhereScriptsWouldLookForIt(String img, String path) {
        assertThat(images("<figure>" + img + "</figure>"))
                .extracting(Image::url)
                .containsExactly(SITE + path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<figure><img src=/a.gif width=1 height=1></figure>",
                "<figure><img src=/a.gif width=600 height=99></figure>",
                "<figure><img src='data:image/gif;base64,R0'></figure>",
                "<figure><img src='blob:https://x.example/1'></figure>",
                "<figure><img alt='no source'></figure>",
                "<div class=related><figure><img src=/a.jpg></figure><p>Another goat</p></div>",
                "<div class=teaser><figure><img src=/a.jpg></figure><p>Another goat</p></div>"
            })
    void leavesOutWhatIsNoPictureOfTheArticle(String html) {
        assertThat(images(html)).isEmpty();
    }

    @Test
    void theSamePictureInAnotherSizeIsOnePicture() {
        assertThat(images("<figure><img src=/small/ferry.jpg?w=300></figure>"
                        + "<figure><img src=/large/ferry.jpg?w=900><figcaption>The ferry</figcaption></figure>"))
                .containsExactly(new Image(SITE + "/small/ferry.jpg?w=300", "The ferry", null, null));
    }

    @Test
    void thePictureThatThePageNamesStandsFirstAndTakesTheCaptionOfItsCopy() {
        String head = "<meta property=og:image content=https://cdn.example/top/goat.jpg>";
        assertThat(images(
                        head,
                        "<figure><img src=/ferry.jpg></figure><figure><img src=/goat.jpg alt=Goat>"
                                + "<figcaption>The goat (Foto: Anna Lind)</figcaption></figure>"))
                .containsExactly(
                        new Image("https://cdn.example/top/goat.jpg", "The goat", "Anna Lind", "Goat"),
                        new Image(SITE + "/ferry.jpg", null, null, null));
    }

    @Test
    void picturesBelowTheArticleAreNotIts() {
        Outline outline = Pages.outline(
                "<body><main>" + TEXT + "</main>" + TEXT.repeat(3) + "<figure><img src=/other.jpg></figure></body>");
        Region main = outline.regions().get(1);
        assertThat(ImageReader.read(new Main(outline, main, new Facts(), false)))
                .isEmpty();
    }

    @Test
    void takesNoMoreThanForty() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 60; i++) many.append("<figure><img src=/").append(i).append(".jpg></figure>");
        assertThat(images(many.toString())).hasSize(40);
    }

    private static List<Image> images(String figures) {
        return images("", figures);
    }

    private static List<Image> images(String head, String figures) {
        Outline outline =
                Pages.outline("<head>" + head + "</head><body><main>" + TEXT + figures + TEXT + "</main></body>");
        Facts facts = Pages.facts(outline, SITE + "/news/ferry");
        return ImageReader.read(new Main(outline, outline.regions().get(0), facts, false));
    }
}
