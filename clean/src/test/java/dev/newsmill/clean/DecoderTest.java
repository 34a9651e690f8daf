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
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @CsvSource({
        "ar, windows-1256, عادت العبارة",
        "uk, windows-1251, Пором повернувся",
        "pl, windows-1250, Zażółć gęślą jaźń",
        "cs, windows-1250, Příliš žluťoučký kůň",
        "el, windows-1253, Το πλοίο",
        "lt, windows-1257, Keltas grįžo į ežerą",
        "he, windows-1255, המעבורת חזרה",
        "ja, windows-31j, フェリーが湖に戻った",
        "ko, x-windows-949, 배가 호수로 돌아왔다",
        "tr, windows-1254, Göle döndü, şimdi ığdır",
        "th, windows-874, เรือกลับมา",
        "vi, windows-1258, Đê cô ơ",
        "zh, GB18030, 渡轮回到了湖上",
        "de, windows-1252, Die Fähre fährt – „sofort“",
        "xx, windows-1252, Fährt"
    })
    void takesTheEncodingThatBrowsersTakeForTheLanguage(String language, String charset, String text) {
        byte[] body = ("<html lang=" + language + "><p>" + text).getBytes(Charset.forName(charset));
        Decoded decoded = decoded(null, body);
        assertThat(decoded.text()).endsWith(text);
        assertThat(decoded.source()).isEqualTo("language");
    }

    /** Of the mark, the header and the page, in this order; a dash where it says nothing. */
    @ParameterizedTest
    @CsvSource({
        "true, windows-1251, koi8-r, UTF-8, bom",
        "false, windows-1251, koi8-r, windows-1251, http",
        "false, -, koi8-r, KOI8-R, meta",
        "false, utf-8, koi8-r, KOI8-R, meta",
        "false, nonsense, koi8-r, KOI8-R, meta",
        "false, nonsense, utf-16, windows-1252, language",
        "false, -, -, windows-1252, language"
    })
    void believesTheMarkBeforeTheHeaderBeforeThePage(
            boolean mark, String http, String meta, String charset, String source) {
        byte[] page = ("<meta charset=" + meta + "><p>Паром").getBytes(Charset.forName("windows-1251"));
        byte[] body = mark ? join(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, page) : page;
        Decoded decoded = decoded(http.equals("-") ? null : "text/html; charset=" + http, body);
        assertThat(decoded.charset().name()).isEqualTo(charset);
        assertThat(decoded.source()).isEqualTo(source);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<meta charset=windows-1251>",
                "<META CHARSET = 'windows-1251' />",
                "<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>",
                "<?xml version='1.0' encoding='windows-1251'?>",
                "<title>A page</title><!-- before --><meta name=x content=y><meta charset=\"windows-1251\">"
            })
    void findsTheEncodingThatThePageNames(String head) {
        byte[] body = (head + "<p>Паром").getBytes(Charset.forName("windows-1251"));
        assertThat(text(null, body)).endsWith("Паром");
    }

    @Test
    void doesNotLookForItInTheText() {
        byte[] body =
                ("<p>" + "x".repeat(5000) + "<meta charset=koi8-r>Fährt").getBytes(Charset.forName("windows-1252"));
        assertThat(text(null, body)).endsWith("Fährt");
    }

    @ParameterizedTest
    @CsvSource({
        "iso-8859-1, windows-1252, “so”",
        "us-ascii, windows-1252, “so”",
        "gb2312, GB18030, 渡轮镕",
        "gbk, GB18030, 渡轮",
        "shift_jis, windows-31j, ①湖",
        "x-sjis, windows-31j, ①湖",
        "euc-kr, x-windows-949, 똠방",
        "ks_c_5601-1987, x-windows-949, 배",
        "iso-8859-9, windows-1254, “göl”"
    })
    void readsANameAsTheWiderEncodingThatIsMeant(String name, String meant, String text) {
        byte[] body = ("<p>" + text).getBytes(Charset.forName(meant));
        assertThat(text("text/html; charset=" + name, body)).endsWith(text);
    }

    @Test
    void plainAsciiIsUtf8() {
        Decoded decoded = decoded(null, "<p>plain".getBytes(UTF_8));
        assertThat(decoded.charset()).isEqualTo(UTF_8);
        assertThat(decoded.source()).isEqualTo("content");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t\r ", "\uFEFF", "\u3000"})
    void knowsABlankPage(String page) {
        assertThat(decoded(null, page.getBytes(UTF_8)).isBlank()).isTrue();
    }

    @Test
    void knowsAPageThatIsNotBlank() {
        assertThat(decoded(null, (" ".repeat(5000) + "x").getBytes(UTF_8)).isBlank())
                .isFalse();
    }

    @Test
    void showsTheHeadWithoutTheMark() {
        assertThat(decoded(null, "\uFEFF<html>".getBytes(UTF_8)).head(5)).isEqualTo("<html");
        assertThat(decoded(null, "ab".getBytes(UTF_8)).head(5)).isEqualTo("ab");
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
        return decoded(contentType, body).text();
    }

    private Decoded decoded(@Nullable String contentType, byte[] body) {
        return Objects.requireNonNull(decoder.decode(page(contentType, body), 1 << 20));
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
