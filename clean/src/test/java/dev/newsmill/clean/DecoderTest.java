package dev.newsmill.clean;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.message.Page;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecoderTest {
    private final Decoder decoder = new Decoder();

    @ParameterizedTest
    @CsvSource({
        "windows-1252,Müller fährt über die Brücke – „sofort“",
        "ISO-8859-2,Zażółć gęślą jaźń",
        "windows-1251,Паром вернулся на озеро",
        "KOI8-R,Паром вернулся на озеро",
        "Shift_JIS,フェリーが湖に戻った",
        "EUC-JP,フェリーが湖に戻った",
        "GB18030,渡轮回到了湖上",
        "Big5,渡輪回到了湖上",
        "EUC-KR,배가 호수로 돌아왔다",
        "windows-1256,عادت العبارة إلى البحيرة",
        "ISO-8859-7,Το πλοίο επέστρεψε"
    })
    void believesTheHttpHeaderAndThePage(String charset, String text) {
        byte[] plain = text.getBytes(Charset.forName(charset));
        assertThat(text("text/html; charset=" + charset, plain)).isEqualTo(text);
        byte[] declared = ("<meta charset=\"" + charset + "\">" + text).getBytes(Charset.forName(charset));
        assertThat(text(null, declared)).endsWith(text);
    }

    @Test
    void believesAByteOrderMarkMostOfAll() {
        byte[] body = join(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, "Brücke".getBytes(UTF_8));
        assertThat(text("text/html; charset=windows-1252", body)).isEqualTo("Brücke");
    }

    @Test
    void readsUtf16WithAByteOrderMark() {
        assertThat(text(null, "\uFEFFBrücke".getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo("Brücke");
        assertThat(text(null, "\uFEFFBrücke".getBytes(StandardCharsets.UTF_16BE)))
                .isEqualTo("Brücke");
    }

    @Test
    void readsUtf8WhateverThePageSays() {
        assertThat(text("text/html; charset=iso-8859-1", "Brücke".getBytes(UTF_8)))
                .isEqualTo("Brücke");
    }

    @Test
    void takesTheEncodingThatIsUsualInTheLanguage() {
        byte[] body = "<html lang=\"ru\"><p>Паром вернулся".getBytes(Charset.forName("windows-1251"));
        assertThat(text(null, body)).endsWith("Паром вернулся");
    }

    @Test
    void keepsUtf8WithAFewBrokenBytes() {
        byte[] body = join(
                "Über die Brücke führt öfter ein Weg, größer und schöner "
                        .repeat(20)
                        .getBytes(UTF_8),
                new byte[] {(byte) 0xC3, 'x'});
        assertThat(text(null, body)).startsWith("Über die Brücke");
    }

    @Test
    void doesNotReadBinaryData() {
        byte[] body = new byte[4000];
        for (int i = 0; i < body.length; i++) body[i] = (byte) (i % 7);
        assertThat(decoder.decode(page(null, body), 1 << 20)).isNull();
    }

    @Test
    void ignoresEncodingsThatDoNotExist() {
        assertThat(text("text/html; charset=klingon", "plain".getBytes(UTF_8))).isEqualTo("plain");
    }

    @Test
    void readsNoMoreThanItMay() {
        Decoded decoded =
                Objects.requireNonNull(decoder.decode(page(null, "x".repeat(100).getBytes(UTF_8)), 10));
        assertThat(decoded.text()).hasSize(10);
    }

    private String text(@Nullable String contentType, byte[] body) {
        return Objects.requireNonNull(decoder.decode(page(contentType, body), 1 << 20))
                .text();
    }

    private static Page page(@Nullable String contentType, byte[] body) {
        return Page.of(
                "https://site.example/a",
                body,
                Instant.EPOCH,
                contentType == null ? Map.of() : Map.of("content-type", contentType));
    }

    private static byte[] join(byte[] a, byte[] b) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(a);
        out.writeBytes(b);
        return out.toByteArray();
    }
}
