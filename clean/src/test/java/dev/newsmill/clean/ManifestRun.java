package dev.newsmill.clean;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newsmill.message.Article;
import dev.newsmill.message.Json;
import dev.newsmill.message.Page;
import dev.newsmill.stage.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Cleans the pages of a manifest (JSON lines with id, file and url) and writes an article or a drop a line. */
final class ManifestRun {
    private ManifestRun() {}

    public static void main(String[] args) throws IOException {
        Cleaner cleaner = new Cleaner(CleanOptions.of(args.length > 1 ? Map.of("clean.off", args[1]) : Map.of()));
        List<String> rows = Files.readAllLines(Path.of(args[0]));
        try (PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8)) {
            rows.parallelStream().map(row -> answer(cleaner, row)).forEachOrdered(out::println);
        }
    }

    private static String answer(Cleaner cleaner, String row) {
        try {
            JsonNode page = Json.shared().readTree(row);
            String file = page.get("file").asText();
            String url = page.path("url").asText(Path.of(file).toUri().toString());
            Page read = Page.of(url, bytes(Path.of(file)), Instant.EPOCH, Map.of());
            ObjectNode line = line(cleaner.clean(read));
            return Json.shared()
                    .writeValueAsString(line.put("id", page.get("id").asText()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("cannot clean " + row, e);
        }
    }

    private static ObjectNode line(Outcome<Article> outcome) {
        if (outcome instanceof Outcome.Emit<Article> emit) return Json.shared().valueToTree(emit.value());
        Outcome.Drop<Article> drop = (Outcome.Drop<Article>) outcome;
        return Json.shared()
                .createObjectNode()
                .put("outcome", "dropped")
                .put("reason", drop.reason())
                .put("detail", drop.detail());
    }

    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return file.toString().endsWith(".gz") ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
        }
    }
}
