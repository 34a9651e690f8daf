package dev.newsmill.clean;

import java.io.CharArrayReader;
import java.io.Reader;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * Leaves out of a page's bytes what nobody reads and the parser would only make nodes of, which is half of most pages:
 * comments, and what stands in scripts (but JSON-LD), styles and drawings. Their tags stay. Reads tags as a browser
 * does, so that a {@code <script>} in an attribute's value is none. What stays is decoded on the way. One per page.
 */
final class Sieve {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    /** Elements whose content goes. */
    private static final byte[][] CHAFF = {ascii("script"), ascii("style"), ascii("svg"), ascii("noscript")};
    /** Elements whose content is text, whatever it looks like. */
    private static final byte[][] RAW = {ascii("title"), ascii("textarea")};

    private static final byte[] SCRIPT = CHAFF[0];
    private static final byte[] DATA = ascii("ld+json");
    private static final byte[] COMMENT = ascii("<!--");
    /** What looks like a shorter comment has an end that belongs to its start. */
    private static final int SHORTEST = 6;

    private static final int BROKEN = 0xFFFD;

    private final byte[] in;
    private final int to;
    private final char[] out;
    private int size;
    /** All before is written or left out. */
    private int done;
    /** Nothing closes comments any more, or elements of these names: looked for once, not for each that opens. */
    private boolean openComment;

    private final Set<byte[]> open = new HashSet<>();

    private Sieve(byte[] in, int from, int to) {
        this.in = in;
        this.to = to;
        this.out = new char[to - from];
        this.done = from;
    }

    /** The text without its chaff, if it is UTF-8; other encodings may spell letters with the bytes of tags. */
    static Reader reader(Decoded text) {
        if (!text.charset().equals(StandardCharsets.UTF_8)) return text.reader();
        Sieve sieve = new Sieve(text.bytes(), text.from(), text.to());
        sieve.run();
        return new CharArrayReader(sieve.out, 0, sieve.size);
    }

    private void run() {
        int at = find('<', done);
        while (at < to) at = find('<', tag(at));
        keep(to);
    }

    /** Handles what opens at {@code at}, and says where it ends. */
    private int tag(int at) {
        if (is(COMMENT, at)) return comment(at);
        int name = at + 1;
        if (name >= to || !letter(in[name])) return Math.min(name, to);
        int end = tagEnd(name);
        for (byte[] raw : RAW) if (named(raw, name)) return closing(raw, end);
        for (byte[] chaff : CHAFF) if (named(chaff, name)) return element(chaff, name, end);
        return end;
    }

    private int element(byte[] chaff, int from, int end) {
        if (in[end - 2] == '/') return end;
        int close = closing(chaff, end);
        if (close >= to) return end;
        boolean stays = chaff == SCRIPT && (has(DATA, from, end) || has(COMMENT, end, close));
        return stays ? close : drop(end, close);
    }

    private int comment(int at) {
        int end = openComment ? to : find('>', at + COMMENT.length);
        while (end < to && !ends(end)) end = find('>', end + 1);
        openComment = end >= to;
        return openComment || end - at < SHORTEST ? at + COMMENT.length : drop(at, end + 1);
    }

    /** Whether a comment ends before {@code at}. */
    private boolean ends(int at) {
        int dashes = in[at - 1] == '!' ? at - 1 : at;
        return in[dashes - 1] == '-' && in[dashes - 2] == '-';
    }

    private int drop(int from, int end) {
        keep(from);
        done = end;
        return end;
    }

    private void keep(int end) {
        while (done < end) {
            int ascii = ascii(done, end);
            done = ascii < end ? ascii + wide(ascii, end) : end;
        }
    }

    /** Writes the ASCII that starts at {@code from}, and says where it ends. */
    private int ascii(int from, int end) {
        byte[] bytes = in;
        char[] chars = out;
        int shift = size - from;
        int at = from;
        while (at < end && bytes[at] >= 0) {
            chars[at + shift] = (char) bytes[at];
            at++;
        }
        size = at + shift;
        return at;
    }

    /** Writes a character of several bytes, and says how many; a broken one is replaced, byte by byte. */
    private int wide(int at, int end) {
        int bytes = Utf8.sequence(in, at, end);
        int point = bytes == 0 ? BROKEN : Utf8.point(in, at, bytes);
        if (Character.isBmpCodePoint(point)) out[size++] = (char) point;
        else size += Character.toChars(point, out, size);
        return Math.max(1, bytes);
    }

    /** Where the end tag of this name opens. */
    private int closing(byte[] name, int from) {
        int at = open.contains(name) ? to : find('<', from);
        while (at < to && !(at + 1 < to && in[at + 1] == '/' && named(name, at + 2))) at = find('<', at + 1);
        if (at >= to) open.add(name);
        return at;
    }

    /** Behind the {@code >} of a tag; values in quotes are stepped over. */
    private int tagEnd(int from) {
        boolean value = false;
        int at = from;
        while (at < to) {
            byte b = in[at++];
            if (b > '>') {
                value = false;
                continue;
            }
            if (b == '>') return at;
            if (value && (b == '"' || b == '\'')) at = Math.min(to, find(b, at) + 1);
            value = b == '=' || value && b <= ' ' && b >= 0;
        }
        return to;
    }

    /** Where {@code wanted} stands next, eight bytes at a time. */
    private int find(int wanted, int from) {
        long pattern = ONES * wanted;
        int at = from;
        while (at + Long.BYTES <= to) {
            long differs = (long) EIGHT.get(in, at) ^ pattern;
            long hit = differs - ONES & ~differs & HIGH_BITS;
            if (hit != 0) return at + (Long.numberOfTrailingZeros(hit) >>> 3);
            at += Long.BYTES;
        }
        while (at < to && in[at] != wanted) at++;
        return at;
    }

    private boolean is(byte[] word, int at) {
        if (at + word.length > to) return false;
        for (int i = 0; i < word.length; i++) if (in[at + i] != word[i]) return false;
        return true;
    }

    /** Whether {@code word} stands there, in any case; control characters may pass for its marks. */
    private boolean folds(byte[] word, int at) {
        for (int i = 0; i < word.length; i++) if ((in[at + i] | 0x20) != word[i]) return false;
        return true;
    }

    /** Whether a tag's name, in any case, is this. */
    private boolean named(byte[] name, int at) {
        int end = at + name.length;
        return end < to && folds(name, at) && nameEnds(end);
    }

    private boolean nameEnds(int end) {
        return in[end] == '>' || in[end] == '/' || in[end] <= ' ' && in[end] >= 0;
    }

    private boolean has(byte[] word, int from, int end) {
        int last = Math.min(end, to) - word.length;
        for (int at = from; at <= last; at++) if ((in[at] | 0x20) == word[0] && folds(word, at)) return true;
        return false;
    }

    private static boolean letter(byte b) {
        return (b | 0x20) >= 'a' && (b | 0x20) <= 'z';
    }

    private static byte[] ascii(String word) {
        return word.getBytes(StandardCharsets.US_ASCII);
    }
}
