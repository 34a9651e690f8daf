package dev.newsmill.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.newsmill.message.Json;
import java.io.IOException;
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

    /** The one line of JSON that it printed. */
    public JsonNode json() {
        assertThat(out.lines()).as(err).hasSize(1);
        return json(out);
    }

    public static JsonNode json(String line) {
        try {
            return Json.shared().readTree(line);
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }
}
