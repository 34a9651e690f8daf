package dev.newsmill.publish;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnippetTest {
    private static final String TEXT =
            "Ships wait outside. ".repeat(20) + "The Zürich crane moves. " + "Rain falls. ".repeat(30);

    @Test
    void aShortTextIsShownWholeInOneLine() {
        assertThat(snippet("Ships\n\nwait.", "")).isEqualTo("Ships wait.");
    }

    @Test
    void showsTheTextAroundTheFirstWordAskedFor() {
        assertThat(snippet(TEXT, "zurich")).startsWith("… ").endsWith(" …").contains("The Zürich crane moves.");
    }

    @Test
    void showsTheBeginWhereNoWordIsInTheText() {
        assertThat(snippet(TEXT, "tariff")).startsWith("Ships wait").endsWith(" …");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "😀", "字", "a", "\ud83d"})
    void isShortForAnyText(String piece) {
        assertThat(snippet(piece.repeat(1000) + "Zürich" + piece.repeat(1000), "zurich"))
                .hasSizeBetween(6, 210);
    }

    private static String snippet(String text, String query) {
        return Snippet.of(text, SearchText.parse(query));
    }
}
