package dev.newsmill.app.command;

import dev.newsmill.app.console.CommandException;
import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.message.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads what {@code newsmill enrich} wrote. */
final class EnrichedFile {
    private EnrichedFile() {}

    /** @throws CommandException if the file cannot be read or is no article */
    static EnrichedArticle read(Path file) {
        try {
            return Json.shared().readValue(Files.readAllBytes(file), EnrichedArticle.class);
        } catch (IOException e) {
            throw CommandException.failed(
                    file + " is no enriched article: " + e.getMessage(),
                    "Make one: newsmill clean page.html | newsmill enrich > enriched.json");
        }
    }
}
