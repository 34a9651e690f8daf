package dev.newsmill.app.console;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** A console whose output a test can read. */
public final class Screen {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Console console;

    private Screen(Console.Style style) {
        console = new Console(new PrintWriter(out, true), new PrintWriter(err, true), style);
    }

    public static Screen pipe() {
        return new Screen(Console.Style.plain());
    }

    public static Screen json() {
        return new Screen(new Console.Style(true, false, false, false, false, 0));
    }

    /** A terminal with colours. */
    public static Screen terminal(int columns) {
        return new Screen(new Console.Style(false, true, false, false, true, columns));
    }

    /** A terminal without colours. */
    public static Screen plainTerminal(int columns) {
        return new Screen(new Console.Style(false, false, false, false, true, columns));
    }

    public Console console() {
        return console;
    }

    public String out() {
        return out.toString();
    }

    public List<String> lines() {
        return out.toString().lines().toList();
    }

    public String err() {
        return err.toString();
    }
}
