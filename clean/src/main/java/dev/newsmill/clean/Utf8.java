package dev.newsmill.clean;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks whether bytes are UTF-8, eight at a time while they are ASCII, without decoding them. */
final class Utf8 {
    /** What bytes are. */
    enum Form {
        ASCII,
        UTF_8,
        OTHER
    }

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long HIGH_BITS = 0x8080808080808080L;

    private Utf8() {}

    static Form form(byte[] bytes, int length) {
        int at = ascii(bytes, 0, length);
        if (at == length) return Form.ASCII;
        while (at < length) {
            int size = sequence(bytes, at, length);
            if (size == 0) return Form.OTHER;
            at = ascii(bytes, at + size, length);
        }
        return Form.UTF_8;
    }

    /** Where the ASCII that starts at {@code from} ends. */
    private static int ascii(byte[] bytes, int from, int length) {
        int at = from;
        while (at + Long.BYTES <= length && ((long) EIGHT.get(bytes, at) & HIGH_BITS) == 0) at += Long.BYTES;
        while (at < length && bytes[at] >= 0) at++;
        return at;
    }

    /** How many bytes the character at {@code at} has; 0 if it is none: cut off, too long a form, or a surrogate. */
    static int sequence(byte[] bytes, int at, int length) {
        int lead = bytes[at] & 0xFF;
        int size = lead < 0xC2 || lead > 0xF4 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (size == 0 || at + size > length) return 0;
        for (int i = 1; i < size; i++) if ((bytes[at + i] & 0xC0) != 0x80) return 0;
        int point = point(bytes, at, size);
        boolean tooLong = size == 3 && point < 0x800 || size == 4 && (point < 0x10000 || point > 0x10FFFF);
        return tooLong || point >= 0xD800 && point <= 0xDFFF ? 0 : size;
    }

    /** The character of {@code size} bytes at {@code at}. */
    static int point(byte[] bytes, int at, int size) {
        int point = bytes[at] & 0xFF >> size + 1;
        for (int i = 1; i < size; i++) point = point << 6 | bytes[at + i] & 0x3F;
        return point;
    }
}
