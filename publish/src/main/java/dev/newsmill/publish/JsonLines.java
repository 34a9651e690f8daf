package dev.newsmill.publish;

import com.google.auto.service.AutoService;
import dev.newsmill.stage.Outlet;
import dev.newsmill.stage.OutletProvider;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.OptionalLong;

/** Outlet {@code jsonl}: appends each publication to {@code articles.jsonl}, one JSON object a line. */
@AutoService(OutletProvider.class)
public final class JsonLines implements OutletProvider {
    /** Where it writes unless the options say otherwise. */
    public static final String DEFAULT_DIRECTORY = "data/out";

    @Override
    public String name() {
        return "jsonl";
    }

    /** Option {@code out}: the directory to write into; made if need be. */
    @Override
    public Outlet open(Map<String, String> options) throws IOException {
        return JsonLinesOutlet.open(Path.of(options.getOrDefault("out", DEFAULT_DIRECTORY)));
    }

    @Override
    public OptionalLong holds(Map<String, String> options, String article) throws IOException {
        Path file = Path.of(options.getOrDefault("out", DEFAULT_DIRECTORY)).resolve(JsonLinesOutlet.FILE);
        if (!Files.exists(file)) return OptionalLong.of(0);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return OptionalLong.of(WithdrawnLines.count(channel, article));
        }
    }
}
