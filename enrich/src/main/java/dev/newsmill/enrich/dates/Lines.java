package dev.newsmill.enrich.dates;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lines of a resource beside this package's classes, without comments and blank lines. */
final class Lines {
    private Lines() {}

    static List<String> of(String resource) {
        InputStream in = Lines.class.getResourceAsStream(resource);
        if (in == null) throw new IllegalArgumentException("no resource " + resource);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    static boolean exists(String resource) {
        return Lines.class.getResource(resource) != null;
    }
}
