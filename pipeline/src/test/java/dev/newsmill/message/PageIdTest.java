package dev.newsmill.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageIdTest {
    @ParameterizedTest
    @CsvFileSource(resources = "normal-urls.csv", numLinesToSkip = 1)
    void normalises(String url, String normal) {
        assertThat(PageId.normalise(url)).isEqualTo(normal);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "normal-urls.csv", numLinesToSkip = 1)
    void whatIsNormalStaysAsItIs(String url, String normal) {
        assertThat(PageId.normalise(normal)).isEqualTo(normal);
    }

    @Test
    void anIdIsThirtyTwoHexDigitsOfTheNormalUrl() {
        assertThat(PageId.of("https://example.org/"))
                .isEqualTo(PageId.of("HTTP://EXAMPLE.org:80#top"))
                .isEqualTo("8198d1bac40a1033653a78e48800cefc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "#",
                "://",
                "https://",
                "https://[::1",
                "https://a..b/",
                "https://%zz/",
                "\u0000",
                "\ud800",
                "https://exa\ud800mple.org/",
                "javascript:alert(1)",
                "http://user:pass:word@:99999999/"
            })
    void anyStringHasAnId(String url) {
        assertThat(PageId.of(url)).matches("[0-9a-f]{32}");
    }

    @Test
    void anyRandomStringHasAnId() {
        Random random = new Random(3);
        String letters = "ht:/p@.#?&=%[]\\äß\u0130 \ud83d\ude00a1";
        for (int i = 0; i < 3_000; i++) {
            StringBuilder url = new StringBuilder(random.nextBoolean() ? "http://" : "");
            for (int n = random.nextInt(20); n > 0; n--) url.append(letters.charAt(random.nextInt(letters.length())));
            assertThat(PageId.of(url.toString())).hasSize(32);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "&", "?", "/", "#", ":", "@", "%41", "ä", "utm_a=1&"})
    void veryLongUrlsTakeNoTime(String part) {
        String url = "https://example.org/?" + part.repeat(100_000);
        long began = System.nanoTime();
        assertThat(PageId.of(url)).hasSize(32);
        assertThat(PageId.of("https://" + part.repeat(100_000))).hasSize(32);
        assertThat(System.nanoTime() - began).isLessThan(4_000_000_000L);
    }
}
