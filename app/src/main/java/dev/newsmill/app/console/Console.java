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
    public record Style(boolean json, boolean color, boolean quiet, boolean debug, boolean terminal) {}

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

    public PrintWriter out() {
        return out;
    }

    /** Prints a line of data. */
    public void print(String line) {
        out.println(line);
        out.flush();
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

    /** Text from outside, safe for a terminal: no control characters, on one line. */
    public static String clean(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> safe.appendCodePoint(isUnsafe(c) ? (Character.isWhitespace(c) ? ' ' : '·') : c));
        return safe.toString();
    }

    /** Cuts to {@code width} characters, with an ellipsis. */
    public static String cut(String text, int width) {
        return text.codePointCount(0, text.length()) <= width
                ? text
                : text.substring(0, text.offsetByCodePoints(0, Math.max(0, width - 1))) + "…";
    }

    private static boolean isUnsafe(int c) {
        return Character.isISOControl(c) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }
}
