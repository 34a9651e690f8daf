package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {
    @Test
    void tellsAsciiApart() {
        assertThat(form("plain text, longer than eight bytes".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Utf8.Form.ASCII);
        assertThat(form(new byte[0])).isEqualTo(Utf8.Form.ASCII);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ü", "exactly8ü", "日本語", "🌊", "a long line and then one ü", "\uFFFD"})
    void knowsCharactersOfSeveralBytes(String text) {
        assertThat(form(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(Utf8.Form.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C3",
                "C328",
                "A0",
                "C080",
                "E08080",
                "EDA080",
                "F0808080",
                "F4908080",
                "F5808080",
                "FF",
                "E282",
                "C3A9E9"
            })
    void refusesWhatIsNoCharacter(String hex) {
        assertThat(form(HexFormat.of().parseHex(hex))).isEqualTo(Utf8.Form.OTHER);
    }

    @Test
    void agreesWithTheDecoderOfTheJdk() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[1 + random.nextInt(12)];
            for (int b = 0; b < bytes.length; b++)
                bytes[b] = (byte) (random.nextBoolean() ? random.nextInt(128) : 0x80 + random.nextInt(128));
            assertThat(form(bytes) != Utf8.Form.OTHER)
                    .as(HexFormat.of().formatHex(bytes))
                    .isEqualTo(decodes(bytes));
        }
    }

    private static boolean decodes(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static Utf8.Form form(byte[] bytes) {
        return Utf8.form(bytes, bytes.length);
    }
}
