package dev.newsmill.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.newsmill.app.command.Newsmill;
import dev.newsmill.app.command.Shell;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.slf4j.LoggerFactory;

/** Starts the {@code newsmill} command. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        if (Arrays.asList(args).contains("--debug")) {
            ((Logger) LoggerFactory.getLogger("dev.newsmill")).setLevel(Level.DEBUG);
            ((Logger) LoggerFactory.getLogger("org.apache.kafka")).setLevel(Level.INFO);
        }
        PrintWriter out = new PrintWriter(
                new java.io.FileOutputStream(java.io.FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintWriter err =
                new PrintWriter(new java.io.FileOutputStream(java.io.FileDescriptor.err), true, StandardCharsets.UTF_8);
        int code = Shell.run(new Newsmill(), out, err, args);
        out.flush();
        err.flush();
        if (out.checkError() && code == 0) code = 1;
        Runtime.getRuntime().exit(code);
    }
}
