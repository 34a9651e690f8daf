package dev.newsmill.clean;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lines of a resource file beside this class; empty lines and those that start with {@code #} are left out. */
final class WordList {
    private WordList() {}

    static List<String> read(String name) {
        InputStream in = WordList.class.getResourceAsStream(name);
        if (in == null) throw new IllegalStateException("no resource " + name + " beside " + WordList.class.getName());
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read resource " + name, e);
        }
    }
}
