package dev.newsmill.app.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** A jar with a stage, as the build of one makes it. */
final class PlantedJar {
    private PlantedJar() {}

    static Path write(Path jar, Class<?> provider) throws IOException {
        String file = provider.getName().replace('.', '/') + ".class";
        try (OutputStream bytes = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(bytes);
                InputStream code = Objects.requireNonNull(provider.getResourceAsStream("/" + file))) {
            out.putNextEntry(new JarEntry(file));
            code.transferTo(out);
            out.putNextEntry(new JarEntry("META-INF/services/dev.newsmill.stage.StageProvider"));
            out.write(provider.getName().getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }
}
