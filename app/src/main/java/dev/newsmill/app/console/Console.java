package dev.newsmill.app.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.newsmill.message.Json;
import java.io.PrintWriter;
import java.io.UncheckedIOException;

/**
 * Where a command prints: data to {@code out}, all else to {@code err}. Colours only on a terminal that wants them.
 * Control characters of what comes from outside are shown as {@code ·}, so that no page can steer a terminal.
 */
public final class Console {
    private final PrintWriter out;
    private final PrintWriter err;
    private final Style style;

    /** How things are printed. */
    public record Style(boolean json, boolean color, boolean quiet, boolean debug, boolean terminal, int columns) {
        /** Plain text of any width, as for a pipe. */
        public static Style plain() {
            return new Style(false, false, false, false, false, 0);
        }
    }

    public Console(PrintWriter out, PrintWriter err, Style style) {
        this.out = out;
        this.err = err;
        this.style = style;
    }

    public boolean json() {
        return style.json;
    }

    /** True where a progress bar makes sense. */
    public boolean interactive() {
        return style.terminal && !style.quiet && !style.json;
    }

    /** Columns of the terminal; 0 where there is none, and lines may be of any length. */
    public int columns() {
        return style.columns;
    }

    /** True if a person sees what is printed. */
    public boolean terminal() {
        return style.terminal;
    }

    public PrintWriter out() {
        return out;
    }

    /** Prints a line of data. */
    public void print(String line) {
        out.print(line + "\n");
        out.flush();
    }

    /** Prints bytes as they are; for pipes only. */
    public void printBytes(byte[] bytes) {
        out.flush();
        System.out.write(bytes, 0, bytes.length);
        System.out.flush();
    }

    /** Prints one JSON object on one line. */
    public void printJson(Object value) {
        try {
            print(Json.shared().writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says something to the person at the terminal; not with -q. */
    public void say(String line) {
        if (style.quiet) return;
        err.println(line);
        err.flush();
    }

    /** Says what went wrong, and, last, what to do about it. */
    public void complain(String cause, String fix) {
        err.println(red("error: ") + clean(cause));
        if (!fix.isEmpty()) err.println(fix);
        err.flush();
    }

    public String bold(String text) {
        return style.color ? "\u001b[1m" + text + "\u001b[0m" : text;
    }

    public String dim(String text) {
        return style.color ? "\u001b[2m" + text + "\u001b[0m" : text;
    }

    public String red(String text) {
        return style.color ? "\u001b[31m" + text + "\u001b[0m" : text;
    }

    public String green(String text) {
        return style.color ? "\u001b[32m" + text + "\u001b[0m" : text;
    }

    public String yellow(String text) {
        return style.color ? "\u001b[33m" + text + "\u001b[0m" : text;
    }

    public String cyan(String text) {
        return style.color ? "\u001b[36m" + text + "\u001b[0m" : text;
    }

    /** Cuts a line to the terminal; in a pipe it stays whole. */
    public String fit(String line) {
        return style.columns == 0 ? line : Cells.cut(line, style.columns);
    }

    /** Text from outside, safe for a terminal: no control characters, nothing that turns its direction, on one line. */
    public static String clean(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (!isInvisible(c)) safe.appendCodePoint(!isUnsafe(c) ? c : Character.isWhitespace(c) ? ' ' : '·');
        });
        return safe.toString();
    }

    /** Cuts to {@code width} cells of a terminal, with an ellipsis. */
    public static String cut(String text, int width) {
        return Cells.cut(text, width);
    }

    /** Shows nothing and does no harm: soft hyphen, zero width space, word joiner, byte order mark. */
    private static boolean isInvisible(int c) {
        return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF;
    }

    /** Joiners are part of the scripts that need them, and of emoji. */
    private static boolean isUnsafe(int c) {
        if (c == 0x200C || c == 0x200D) return false;
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
