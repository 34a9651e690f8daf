package dev.newsmill.app.command;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What a command line printed, and its exit code. */
public record Shelled(int code, String out, String err) {
    public static Shelled run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Shell.run(new Newsmill(), new PrintWriter(out, true), new PrintWriter(err, true), args);
        return new Shelled(code, out.toString(), err.toString());
    }
}
