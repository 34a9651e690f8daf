package dev.newsmill.clean;

import java.io.Reader;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Leaves out of a page's bytes what nobody reads and the parser would only make nodes of, which is half of most pages:
 * comments, what stands in scripts (but JSON-LD), styles and drawings, and attributes that nobody asks for. Their tags
 * stay. Reads tags as a browser does, so that a {@code <script>} in an attribute's value is none. What stays is decoded
 * piece by piece, as the parser asks for it. One per page.
 */
final class Sieve extends Reader {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    /** Elements whose content goes. */
    private static final byte[][] CHAFF = {
        ascii("script"), ascii("style"), ascii("svg"), ascii("noscript"), ascii("select")
    };
    /** Elements whose content is text, whatever it looks like. */
    private static final byte[][] RAW = {ascii("title"), ascii("textarea")};

    private static final byte[] SCRIPT = CHAFF[0];
    private static final byte[] DATA = ascii("ld+json");
    private static final byte[] COMMENT = ascii("<!--");
    /** What looks like a shorter comment has an end that belongs to its start. */
    private static final int SHORTEST = 6;

    /** The bit that small letters have and capitals have not. */
    private static final int CASE = 0x20;

    /** The attributes that stay: hashes of their names. */
    private static final long[] READ =
            hashes("class id itemprop hidden style lang xml:lang rel href type datetime content title src data-src"
                    + " data-original data-lazy-src data-srcset srcset alt width height property name http-equiv");

    private final byte[] in;
    private final int to;
    /** All before is read or left out. */
    private int done;
    /** Where the next tag opens that was not looked at. */
    private int next;
    /** What is left out of the part that was looked at: beginnings and ends, in the order of the page. */
    private int[] cuts = new int[64];

    private int cutsEnd;
    private int cut;
    /** The second half of a character whose first was the last to be asked for; 0 if there is none. */
    private char low;
    /** Nothing closes comments any more, or elements of these names: looked for once, not for each that opens. */
    private boolean openComment;

    private final Set<byte[]> open = new HashSet<>();

    private Sieve(byte[] in, int from, int to) {
        this.in = in;
        this.to = to;
        this.done = from;
        this.next = find('<', from);
    }

    /** The text without its chaff, if it is UTF-8; other encodings may spell letters with the bytes of tags. */
    static Reader reader(Decoded text) {
        if (!text.charset().equals(StandardCharsets.UTF_8)) return new FalseEnds(text.reader());
        return new Sieve(text.bytes(), text.from(), text.to());
    }

    @Override
    public int read(char[] chars, int from, int length) {
        int end = from + length;
        int size = from;
        if (low != 0 && size < end) {
            chars[size++] = low;
            low = 0;
        }
        while (size < end && done < to) {
            int kept = nextCut();
            if (done < kept) {
                size = decode(kept, chars, size, end);
            } else {
                done = cuts[cut + 1];
                cut += 2;
            }
        }
        return size == from && length > 0 ? -1 : size - from;
    }

    @Override
    public void close() {}

    /** Where the next part begins that is left out. */
    private int nextCut() {
        while (cut == cutsEnd && next < to) {
            cut = 0;
            cutsEnd = 0;
            next = find('<', tag(next));
        }
        return cut < cutsEnd ? cuts[cut] : to;
    }

    private void cut(int from, int end) {
        if (cutsEnd + 2 > cuts.length) cuts = Arrays.copyOf(cuts, cuts.length * 2);
        cuts[cutsEnd++] = from;
        cuts[cutsEnd++] = end;
    }

    /** Writes what stands before {@code kept}, as far as there is room, and says where the writing ended. */
    private int decode(int kept, char[] chars, int from, int end) {
        int size = from;
        while (done < kept && size < end) {
            size = ascii(kept, chars, size, end);
            if (done < kept && size < end) size = wide(kept, chars, size, end);
        }
        return size;
    }

    private int ascii(int kept, char[] chars, int from, int end) {
        byte[] bytes = in;
        int shift = from - done;
        int last = Math.min(kept, end - shift);
        int at = done;
        while (at < last && bytes[at] >= 0) {
            chars[at + shift] = (char) bytes[at];
            at++;
        }
        done = at;
        return at + shift;
    }

    /** Writes a character of several bytes; a broken one is replaced, byte by byte. */
    private int wide(int kept, char[] chars, int from, int end) {
        int bytes = Utf8.sequence(in, done, kept);
        int point = bytes == 0 ? FalseEnds.REPLACEMENT : Utf8.point(in, done, bytes);
        done += Math.max(1, bytes);
        int size = from;
        if (Character.isBmpCodePoint(point)) {
            chars[size++] = point == FalseEnds.END ? FalseEnds.REPLACEMENT : (char) point;
            return size;
        }
        chars[size++] = Character.highSurrogate(point);
        if (size < end) chars[size++] = Character.lowSurrogate(point);
        else low = Character.lowSurrogate(point);
        return size;
    }

    /** Handles what opens at {@code at}, and says where it ends. */
    private int tag(int at) {
        if (is(COMMENT, at)) return comment(at);
        int name = at + 1;
        if (name >= to || !letter(in[name])) return Math.min(name, to);
        int end = tagEnd(name);
        if (!special(in[name])) return end;
        for (byte[] raw : RAW) if (named(raw, name)) return closing(raw, end);
        for (byte[] chaff : CHAFF) if (named(chaff, name)) return element(chaff, name, end);
        return end;
    }

    /** Whether an element of which something goes, or whose content is text, may have a name that begins so. */
    private static boolean special(byte first) {
        int letter = first | CASE;
        return letter == 's' || letter == 't' || letter == 'n';
    }

    private int element(byte[] chaff, int from, int end) {
        if (in[end - 2] == '/') return end;
        int close = closing(chaff, end);
        if (close >= to) return end;
        boolean stays = chaff == SCRIPT && (has(DATA, from, end) || comments(end, close));
        if (!stays) cut(end, close);
        return close;
    }

    private boolean comments(int from, int end) {
        int at = find('<', from);
        while (at < end && !is(COMMENT, at)) at = find('<', at + 1);
        return at < end;
    }

    private int comment(int at) {
        int end = openComment ? to : find('>', at + COMMENT.length);
        while (end < to && !ends(end)) end = find('>', end + 1);
        openComment = end >= to;
        if (openComment || end - at < SHORTEST) return at + COMMENT.length;
        cut(at, end + 1);
        return end + 1;
    }

    /** Whether a comment ends before {@code at}. */
    private boolean ends(int at) {
        int dashes = in[at - 1] == '!' ? at - 1 : at;
        return in[dashes - 1] == '-' && in[dashes - 2] == '-';
    }

    /** Where the end tag of this name opens. */
    private int closing(byte[] name, int from) {
        int at = !open.isEmpty() && open.contains(name) ? to : find('<', from);
        while (at < to && !(at + 1 < to && in[at + 1] == '/' && named(name, at + 2))) at = find('<', at + 1);
        if (at >= to) open.add(name);
        return at;
    }

    /** Behind the {@code >} of a tag whose name begins at {@code from}. */
    private int tagEnd(int from) {
        int at = from;
        while (at < to && !nameEnds(at)) at++;
        while (at < to && in[at] != '>') at = attribute(at);
        return Math.min(to, at + 1);
    }

    /** Behind the attribute that follows, or at the end of the tag if there is none. */
    private int attribute(int from) {
        int name = from;
        while (name < to && (blank(in[name]) || in[name] == '/')) name++;
        if (name >= to || in[name] == '>') return name;
        int end = name + 1;
        long hash = in[name] | CASE;
        while (end < to && in[end] != '=' && !nameEnds(end)) hash = hash * 31 + (in[end++] | CASE);
        int next = blanksEnd(valueEnd(end));
        if (next < to && Arrays.binarySearch(READ, hash) < 0) cut(name, next);
        return next;
    }

    /** Behind the value of an attribute whose name ends at {@code from}; there, if it has none. */
    private int valueEnd(int from) {
        int at = blanksEnd(from);
        if (at >= to || in[at] != '=') return from;
        at = blanksEnd(at + 1);
        if (at < to && (in[at] == '"' || in[at] == '\'')) return Math.min(to, find(in[at], at + 1) + 1);
        while (at < to && in[at] != '>' && !blank(in[at])) at++;
        return at;
    }

    private int blanksEnd(int from) {
        int at = from;
        while (at < to && blank(in[at])) at++;
        return at;
    }

    private static boolean blank(byte b) {
        return b <= ' ' && b >= 0;
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
        for (int i = 0; i < word.length; i++) if ((in[at + i] | CASE) != word[i]) return false;
        return true;
    }

    /** Whether a tag's name, in any case, is this. */
    private boolean named(byte[] name, int at) {
        int end = at + name.length;
        return end < to && folds(name, at) && nameEnds(end);
    }

    private boolean nameEnds(int end) {
        return in[end] == '>' || in[end] == '/' || blank(in[end]);
    }

    private boolean has(byte[] word, int from, int end) {
        int last = Math.min(end, to) - word.length;
        for (int at = from; at <= last; at++) if ((in[at] | CASE) == word[0] && folds(word, at)) return true;
        return false;
    }

    private static long[] hashes(String names) {
        return Arrays.stream(names.split(" ")).mapToLong(Sieve::hash).sorted().toArray();
    }

    private static long hash(String name) {
        long hash = name.charAt(0);
        for (int i = 1; i < name.length(); i++) hash = hash * 31 + name.charAt(i);
        return hash;
    }

    private static boolean letter(byte b) {
        return (b | CASE) >= 'a' && (b | CASE) <= 'z';
    }

    private static byte[] ascii(String word) {
        return word.getBytes(StandardCharsets.US_ASCII);
    }
}
