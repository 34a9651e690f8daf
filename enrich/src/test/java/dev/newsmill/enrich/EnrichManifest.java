package dev.newsmill.enrich;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newsmill.message.Article;
import dev.newsmill.message.EnrichedArticle;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Enriches lines {@code {"id","text","datePublished"?}} of a file: for trying and for measuring without the app. */
final class EnrichManifest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private EnrichManifest() {}

    public static void main(String[] args) throws IOException {
        Enricher enricher = Enricher.load(Set.of());
        try (var lines = Files.newBufferedReader(Path.of(args[args.length - 1]));
                BufferedWriter out = new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                out.write(JSON.writeValueAsString(enrich(enricher, JSON.readTree(line))));
                out.newLine();
            }
        }
    }

    private static EnrichedArticle enrich(Enricher enricher, JsonNode line) {
        String id = line.path("id").asText();
        String date =
                line.hasNonNull("datePublished") ? line.get("datePublished").asText() : null;
        return enricher.enrich(
                Article.ofText(id, "text:" + id, line.path("text").asText(), date));
    }
}
