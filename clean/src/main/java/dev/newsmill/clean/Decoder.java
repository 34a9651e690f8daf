package dev.newsmill.clean;

import dev.newsmill.message.Page;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds a page's encoding and reads its bytes: a byte order mark first, then what HTTP says, then the page's own
 * {@code <meta>}, then the bytes themselves. A declared encoding that the bytes contradict is not believed: text that is
 * valid UTF-8 with characters of several bytes is UTF-8, whatever it says. Thread-safe.
 */
final class Decoder {
    private static final int HEAD = 4096;
    private static final Pattern CHARSET =
            Pattern.compile("charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.+-]{2,40})", Pattern.CASE_INSENSITIVE);
    private static final Pattern META = Pattern.compile(
            "<meta[^>]{0,300}?charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.+-]{2,40})", Pattern.CASE_INSENSITIVE);
    private static final Pattern XML = Pattern.compile(
            "^\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z0-9_:.+-]{2,40})", Pattern.CASE_INSENSITIVE);
    private static final Pattern LANGUAGE =
            Pattern.compile("<html[^>]{0,300}?\\slang\\s*=\\s*[\"']?([A-Za-z]{2,3})", Pattern.CASE_INSENSITIVE);
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** What browsers take for pages in a language that name no encoding, by the WHATWG encoding standard. */
    private final Map<String, Charset> byLanguage = new HashMap<>();

    Decoder() {
        for (String line : WordList.read("legacy-charsets.txt")) {
            String[] words = line.split("\\s+");
            for (int i = 1; i < words.length; i++) byLanguage.put(words[i], Charset.forName(words[0]));
        }
    }

    /** The text of {@code page}, at most {@code maxBytes} of it; null if the bytes are no text. */
    @Nullable
    Decoded decode(Page page, int maxBytes) {
        byte[] bytes = page.body();
        int length = Math.min(bytes.length, maxBytes);
        Decoded marked = byteOrderMark(bytes, length);
        if (marked != null) return marked;
        if (binary(bytes, length)) return null;
        Utf8.Form form = Utf8.form(bytes, length);
        if (form == Utf8.Form.UTF_8) return utf8(bytes, length);
        String head = new String(bytes, 0, Math.min(length, HEAD), StandardCharsets.ISO_8859_1);
        Charset http = named(page.contentType() == null ? null : group(CHARSET, page.contentType()));
        if (http != null && believable(http)) return read(bytes, length, http, "http");
        Charset meta = named(declared(head));
        if (meta != null && believable(meta)) return read(bytes, length, meta, "meta");
        if (form == Utf8.Form.ASCII) return utf8(bytes, length);
        return guess(bytes, length, head, http != null || meta != null);
    }

    private static Decoded utf8(byte[] bytes, int length) {
        return new Decoded(bytes, 0, length, StandardCharsets.UTF_8, "content");
    }

    private static @Nullable String declared(String head) {
        String xml = group(XML, head);
        return xml != null ? xml : group(META, head);
    }

    /** Bytes that are not UTF-8 cannot be read as declared UTF-8, unless only a few of them are broken. */
    private static boolean believable(Charset charset) {
        return !charset.equals(StandardCharsets.UTF_8)
                && !charset.name().startsWith("UTF-16")
                && !charset.name().startsWith("UTF-32");
    }

    private Decoded guess(byte[] bytes, int length, String head, boolean saysUtf8) {
        String lenient = new String(bytes, 0, length, StandardCharsets.UTF_8);
        long broken = 0;
        long other = 0;
        for (int i = 0; i < lenient.length(); i++) {
            char c = lenient.charAt(i);
            if (c == 0xFFFD) broken++;
            if (c > 0x7F) other++;
        }
        if (broken * 3 < other || (saysUtf8 && broken * 50 < other)) return utf8(bytes, length);
        String language = group(LANGUAGE, head);
        Charset charset =
                byLanguage.getOrDefault(language == null ? "" : language.toLowerCase(Locale.ROOT), WINDOWS_1252);
        return read(bytes, length, charset, "language");
    }

    private static Decoded read(byte[] bytes, int length, Charset charset, String source) {
        Charset wide = charset.equals(StandardCharsets.ISO_8859_1) || charset.equals(StandardCharsets.US_ASCII)
                ? WINDOWS_1252
                : charset;
        return new Decoded(bytes, 0, length, wide, source);
    }

    private static @Nullable Decoded byteOrderMark(byte[] b, int length) {
        if (length >= 3 && b[0] == (byte) 0xEF && b[1] == (byte) 0xBB && b[2] == (byte) 0xBF) {
            return new Decoded(b, 3, length, StandardCharsets.UTF_8, "bom");
        }
        if (length < 2) return null;
        if (b[0] == (byte) 0xFE && b[1] == (byte) 0xFF) return wide(b, length, StandardCharsets.UTF_16BE);
        if (b[0] == (byte) 0xFF && b[1] == (byte) 0xFE) return wide(b, length, StandardCharsets.UTF_16LE);
        return null;
    }

    private static Decoded wide(byte[] bytes, int length, Charset charset) {
        return new Decoded(bytes, 2, length, charset, "bom");
    }

    /** Zero bytes and control characters do not stand in text. */
    private static boolean binary(byte[] bytes, int length) {
        int seen = Math.min(length, HEAD);
        int control = 0;
        for (int i = 0; i < seen; i++) {
            int b = bytes[i];
            if (b >= 0 && b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != 0x1B) control++;
        }
        return control * 50 > seen;
    }

    private static @Nullable Charset named(@Nullable String name) {
        if (name == null) return null;
        try {
            return Charset.forName(alias(name.toLowerCase(Locale.ROOT)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    /** Labels that the WHATWG standard reads as a wider encoding than their name says. */
    private static String alias(String name) {
        return switch (name) {
            case "utf8" -> "utf-8";
            case "gb2312", "gbk", "x-gbk" -> "gb18030";
            case "x-sjis", "shift-jis", "shift_jis" -> "windows-31j";
            case "euc-kr", "ks_c_5601-1987" -> "x-windows-949";
            case "iso-8859-9" -> "windows-1254";
            default -> name;
        };
    }

    private static @Nullable String group(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }
}
