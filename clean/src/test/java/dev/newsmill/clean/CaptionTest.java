package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The ferry leaves the pierImage: ANNA LIND/WIRE/Pool|The ferry leaves the pier|ANNA LIND/WIRE/Pool",
                "The ferry leaves the pier. Photo: Anna Lind|The ferry leaves the pier.|Anna Lind",
                "Die Fähre legt ab (Foto: Anna Lind)|Die Fähre legt ab|Anna Lind",
                "The ferry leaves the pier © Anna Lind|The ferry leaves the pier|Anna Lind",
                "Foto: Anna Lind||Anna Lind",
                "The ferry leaves the pier|The ferry leaves the pier|",
                "He drew an image: it showed a lake: and a boat|He drew an image: it showed a lake: and a boat|"
            })
    void takesTheCreditOffTheCaption(String line, @Nullable String text, @Nullable String credit) {
        assertThat(Caption.of(line)).isEqualTo(new Caption(text, credit));
    }
}
