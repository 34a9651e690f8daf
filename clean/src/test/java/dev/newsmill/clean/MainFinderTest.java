package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainFinderTest {
    private static final String TEXT =
            "<p>The ferry crossed the lake again on Friday, after two winters in the yard.</p>"
                    + "<p>It carried forty bicycles and a goat, the harbour master said, laughing at the goat.</p>";
    private static final String OTHER =
            "<p>A reader writes that goats, as everybody knows, do not travel on ferries at all.</p>";

    @Test
    void takesTheElementAroundTheParagraphs() {
        assertThat(found("<div id=a>" + TEXT + "</div>")).isEqualTo("a");
    }

    @Test
    void ofElementsThatHoldTheSameTextItTakesTheInnermost() {
        assertThat(found("<div id=a><div id=b><div id=c>" + TEXT + "</div></div></div>"))
                .isEqualTo("c");
    }

    @Test
    void takesTheElementAroundAllPartsOfAText() {
        assertThat(found("<div id=a><div id=b>" + TEXT + "</div><div id=c>" + TEXT + "</div></div>"))
                .isEqualTo("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"comments", "related", "sidebar", "newsletter", "author-bio", "cookie-bar", "ad-slot"})
    void leavesOutWhatIsNamedForSomethingElse(String name) {
        assertThat(found("<div id=all><div id=a>" + TEXT + "</div><div class=" + name + ">" + OTHER + "</div></div>"))
                .isEqualTo("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nav", "footer", "aside"})
    void leavesOutElementsThatHoldNoText(String element) {
        String other = "<" + element + ">" + OTHER + "</" + element + ">";
        assertThat(found("<div id=all><div id=a>" + TEXT + "</div>" + other + "</div>"))
                .isEqualTo("a");
    }

    @Test
    void aMenuOfLinksWeighsAgainstTheElementAroundIt() {
        String menu = "<p><a href=/b>Everything about the lake, its goats, its towns and all of its ferries</a></p>";
        assertThat(found("<div id=all>" + menu.repeat(5) + "<div id=a>" + TEXT + "</div></div>"))
                .isEqualTo("a");
    }

    @Test
    void aLinkInASentenceDoesNotWeighAgainstIt() {
        String linked = TEXT.replace("forty bicycles", "<a href=/b>forty bicycles</a>");
        assertThat(found("<div id=a>" + linked + "</div>")).isEqualTo("a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<div id=a><p>%s</p></div>",
                "<div id=a><ul><li>%s</li></ul></div>",
                "<div id=a><ol><li><p>%s</p></li></ol></div>",
                "<div id=a><blockquote>%s</blockquote></div>",
                "<div id=a><h2>%s</h2></div>"
            })
    void aParagraphOrAListIsNoContainer(String page) {
        assertThat(found(page.formatted("The ferry crossed the lake again on Friday, after two winters in the yard.")))
                .isEqualTo("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<p>Menu</p><p>Search</p>",
                "<nav><p>The ferry crossed the lake again on Friday, after two winters in the yard.</p></nav>",
                "<p><a href=/a>The ferry crossed the lake again on Friday, after two winters in the yard.</a></p>"
            })
    void findsNothingWhereThereIsNoText(String page) {
        assertThat(found(page)).isNull();
    }

    @Test
    void aCaptionCountsNeitherForNorAgainst() {
        String caption = "<figure><figcaption>The ferry, in spring, on the lake, with a goat, a band and its captain."
                + "</figcaption></figure>";
        assertThat(found("<div id=a>" + caption + TEXT + "</div>" + caption)).isEqualTo("a");
    }

    /** The id of the region; null if there is none. */
    private static @Nullable String found(String body) {
        Region region = MainFinder.find(Pages.outline("<body>" + body + "</body>"));
        return region == null ? null : region.element.id();
    }
}
