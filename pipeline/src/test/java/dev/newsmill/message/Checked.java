package dev.newsmill.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files in docs/ that are generated: {@code -Dschemas.update} writes them, without it they must be as generated. */
public final class Checked {
    private static final Path DOCS = Path.of("../docs");

    private Checked() {}

    /** Compares the file with what it should hold, or writes it. */
    public static void file(String name, String content) throws IOException {
        Path file = DOCS.resolve(name);
        if (System.getProperty("schemas.update") != null) {
            Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
            Files.writeString(file, content);
        }
        assertThat(file).exists();
        assertThat(Files.readString(file))
                .as("docs/%s is not what the code says; run the tests of pipeline with -Dschemas.update", name)
                .isEqualTo(content);
    }
}
