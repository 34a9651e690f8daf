package dev.newsmill.enrich.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.enrich.text.Tokenizer;
import dev.newsmill.enrich.text.Tokens;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceNamesTest {
    /** The words that the lists hold, those of one name joined by underscores. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "He flew from Oslo to Kenya|Oslo Kenya",
                "in South Africa and New Zealand|South_Africa New_Zealand",
                "NORWAY AND SOUTH KOREA SIGN|NORWAY SOUTH_KOREA",
                "the Norwegian and the French|Norwegian French",
                "Jonas Lund met nobody|Lund",
                "norway in small letters|''",
            })
    void areMarkedInRunningText(String text, String expected) {
        Tokens tokens = Tokenizer.tokenize(text);
        byte[] codes = PlaceNames.codes(new Words(tokens, noClusters()));
        assertThat(String.join(" ", marked(tokens, codes))).isEqualTo(expected);
    }

    private static List<String> marked(Tokens tokens, byte[] codes) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < codes.length; i++) {
            if (codes[i] == 0) continue;
            boolean first = codes[i] % 4 == 0 || codes[i] % 4 == 3;
            if (first) names.add(tokens.word(i));
            else names.add(names.remove(names.size() - 1) + "_" + tokens.word(i));
        }
        return names;
    }

    @ParameterizedTest
    @CsvSource({"Norway, 1", "California, 2", "Norwegian, 3", "London, 4", "Oslo, 5", "Lillehammer, 0", "Tromsø, 6"})
    void haveAKind(String name, int kind) {
        assertThat(PlaceNames.codes(new Words(Tokenizer.tokenize(name), noClusters()))[0] / 4)
                .isEqualTo(kind);
    }

    @Test
    void endWithTheSentence() {
        Tokens tokens = Tokenizer.tokenize("It is new.\n\nYork is New\n\nYork");
        byte[] codes = PlaceNames.codes(new Words(tokens, noClusters()));
        assertThat(marked(tokens, codes)).doesNotContain("New_York");
    }

    private static WordClusters noClusters() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            WordClusters.write(List.of("port"), new short[] {1, 1, 1, 1}, new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return WordClusters.read(ByteBuffer.wrap(bytes.toByteArray()));
    }
}
