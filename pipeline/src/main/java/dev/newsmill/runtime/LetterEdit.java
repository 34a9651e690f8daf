package dev.newsmill.runtime;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What is changed of a dead letter's record before it goes back. The word {@code charset} stands for that part of the
 * content type.
 *
 * @param headers new texts by the header's name; an empty one takes the header away
 * @param value the new value; null to leave it. Not copied: nobody may change it
 */
public record LetterEdit(SortedMap<String, String> headers, byte @Nullable [] value) {
    public static final LetterEdit NONE = new LetterEdit(new TreeMap<>(), null);

    private static final String CHARSET = "charset";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,200}");
    private static final Pattern CHARSET_NAME = Pattern.compile("[A-Za-z0-9_:.+-]{2,40}");
    private static final Pattern CHARSET_PART = Pattern.compile("(?i)\\s*;\\s*charset\\s*=\\s*(\"[^\"]*\"|[^;]*)");
    private static final int LONGEST = 4000;

    public LetterEdit {
        headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
        headers.forEach(LetterEdit::check);
    }

    private static void check(String name, String text) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name + "' is no header's name: letters, digits, '_', '.', '-'");
        }
        if (Letter.isOwn(name)) throw new IllegalArgumentException("the header " + name + " is not to be set");
        if (text.length() > LONGEST) throw new IllegalArgumentException("the header " + name + " is too long");
        if (name.equals(CHARSET) && !CHARSET_NAME.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is no name of a charset");
        }
    }

    /** An edit of headers alone. */
    public static LetterEdit of(Map<String, String> headers) {
        return new LetterEdit(new TreeMap<>(headers), null);
    }

    public LetterEdit withValue(byte[] newValue) {
        return new LetterEdit(headers, newValue);
    }

    void apply(Headers record) {
        headers.forEach((name, text) -> {
            if (name.equals(CHARSET)) setCharset(record, text);
            else HeaderText.set(record, name, text.isEmpty() ? null : text);
        });
    }

    private static void setCharset(Headers record, String charset) {
        String type = HeaderText.get(record, HeaderNames.CONTENT_TYPE);
        String plain = type == null || type.isBlank()
                ? "text/html"
                : CHARSET_PART.matcher(type).replaceAll("");
        HeaderText.set(record, HeaderNames.CONTENT_TYPE, plain + "; charset=" + charset);
    }
}
