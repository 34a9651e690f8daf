package dev.newsmill.runtime;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Headers as text. */
final class HeaderText {
    private HeaderText() {}

    /** The last header of this name, or null; a header without a value counts as none. */
    static @Nullable String get(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    static String require(Headers headers, String name) {
        String value = get(headers, name);
        if (value == null || value.isBlank()) throw new MalformedRecordException("missing header " + name);
        return value;
    }

    /** Sets the header, in place of those of the same name; null removes them. */
    static void set(Headers headers, String name, @Nullable String value) {
        headers.remove(name);
        if (value != null) headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
