package dev.newsmill.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {
    @ParameterizedTest
    @ValueSource(strings = {"newsmill.pages-0@0", "a-b-12@999999999999999999", "x-1@2-3@4"})
    void readsWhatItWrote(String text) {
        assertThat(Origin.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "pages",
                "pages-0",
                "pages@0",
                "-0@0",
                "pages-0@",
                "pages-@0",
                "pages-0@-1",
                "pages-0@9999999999999999999",
                "pages-9999999999@0",
                "pages-0@0\n",
                "pages-0@ 0",
                "pages-٠@٠"
            })
    void whatIsNoPlaceIsNamed(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Origin.parse(text))
                .withMessageContaining(text);
    }

    @Test
    void placesAreInTheOrderOfTopicPartitionAndOffset() {
        List<Origin> ordered =
                List.of(new Origin("a", 2, 9), new Origin("b", 0, 10), new Origin("b", 1, 2), new Origin("b", 1, 10));
        assertThat(ordered).isSorted();
    }

    @Test
    void negativeNumbersAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Origin("a", -1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Origin("a", 0, -1));
    }
}
