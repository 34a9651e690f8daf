package dev.newsmill.app.console;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Breaks text into lines between words, and between Chinese and Japanese characters. A line break in the text stays one.
 * What comes from outside is made safe for a terminal.
 */
public final class Wrap {
    private final int width;
    private final String first;
    private final String rest;

    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private int used;
    private boolean fresh;

    /** A part of the text and how it looks. */
    public record Piece(String text, UnaryOperator<String> style) {
        public static Piece plain(String text) {
            return new Piece(text, UnaryOperator.identity());
        }
    }

    /** A run of characters that stay together. */
    private record Word(List<Piece> pieces, boolean blankBefore) {
        int width() {
            return pieces.stream().mapToInt(p -> Cells.width(p.text())).sum();
        }
    }

    private Wrap(int width, String first, String rest) {
        this.width = width;
        this.first = first;
        this.rest = rest;
    }

    public static List<String> lines(String text, int width) {
        return lines(List.of(Piece.plain(text)), width, "", "");
    }

    /**
     * Wraps.
     *
     * @param width in cells, with the indents
     * @param first stands before the first line, and before each line after a line break of the text
     * @param rest stands before all others
     */
    public static List<String> lines(List<Piece> text, int width, String first, String rest) {
        return new Wrap(Math.max(width, Cells.width(first) + 10), first, rest).wrap(text);
    }

    private List<String> wrap(List<Piece> text) {
        begin(first);
        List<Piece> word = new ArrayList<>();
        boolean blank = false;
        for (Piece piece : text) {
            StringBuilder run = new StringBuilder();
            for (int i = 0, c; i < piece.text.length(); i += Character.charCount(c)) {
                c = piece.text.codePointAt(i);
                boolean space = Character.isWhitespace(c);
                boolean alone = Cells.width(c) == 2;
                if (space || alone) {
                    close(run, piece, word);
                    blank = put(word, blank) || space;
                    if (c == '\n') newLine();
                }
                if (!space) run.appendCodePoint(c);
                if (alone && !space) {
                    close(run, piece, word);
                    blank = put(word, blank);
                }
            }
            close(run, piece, word);
        }
        put(word, blank);
        end();
        return lines;
    }

    private static void close(StringBuilder run, Piece piece, List<Piece> word) {
        String safe = Console.clean(run.toString());
        if (!safe.isEmpty()) word.add(new Piece(safe, piece.style));
        run.setLength(0);
    }

    /** Puts a word, if there is one. True if a blank is due before the next one. */
    private boolean put(List<Piece> pieces, boolean blankBefore) {
        if (pieces.isEmpty()) return blankBefore;
        Word word = new Word(List.copyOf(pieces), blankBefore && !fresh);
        pieces.clear();
        int needed = word.width() + (word.blankBefore ? 1 : 0);
        if (used + needed > width && !fresh) {
            end();
            begin(rest);
            word = new Word(word.pieces, false);
        }
        if (word.blankBefore) append(Piece.plain(" "));
        word.pieces.forEach(this::appendBroken);
        return false;
    }

    /** A word wider than a line is broken anywhere. */
    private void appendBroken(Piece piece) {
        String left = piece.text;
        while (used + Cells.width(left) > width) {
            int fits = fitting(left, width - used);
            if (fits > 0) append(new Piece(left.substring(0, fits), piece.style));
            left = left.substring(fits);
            end();
            begin(rest);
        }
        append(new Piece(left, piece.style));
    }

    private static int fitting(String text, int room) {
        int cells = 0;
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            cells += Cells.width(c);
            if (cells > room) break;
            i += Character.charCount(c);
        }
        return i;
    }

    private void append(Piece piece) {
        if (piece.text.isEmpty()) return;
        line.append(piece.style.apply(piece.text));
        used += Cells.width(piece.text);
        fresh = false;
    }

    private void newLine() {
        end();
        begin(first);
    }

    private void begin(String indent) {
        line.setLength(0);
        line.append(indent);
        used = Cells.width(indent);
        fresh = true;
    }

    private void end() {
        lines.add(line.toString().stripTrailing());
    }
}
