package dev.newsmill.clean;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Replaces U+FFFF, which is no character and which the parser takes for the end of a page (jsoup issue 341). */
final class FalseEnds extends FilterReader {
    static final char END = '\uFFFF';
    static final char REPLACEMENT = '\uFFFD';

    FalseEnds(Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        return c == END ? REPLACEMENT : c;
    }

    @Override
    public int read(char[] chars, int from, int length) throws IOException {
        int size = super.read(chars, from, length);
        for (int i = from; i < from + size; i++) if (chars[i] == END) chars[i] = REPLACEMENT;
        return size;
    }
}
