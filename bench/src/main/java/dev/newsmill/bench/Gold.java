package dev.newsmill.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A text with the names that people marked in it. Offsets are UTF-16 units. */
record Gold(String id, String text, List<Name> names) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param type PER, ORG, LOC, NORP or MISC */
    record Name(int begin, int end, String type) {}

    /** Reads lines {@code {"id","text","entities":[{"start","end","type"}]}}, offsets in code points. */
    static List<Gold> read(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> !line.isBlank()).map(Gold::parse).toList();
        }
    }

    private static Gold parse(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            String text = node.get("text").asText();
            List<Name> names = new ArrayList<>();
            for (JsonNode name : node.get("entities")) names.add(name(name, text));
            return new Gold(node.get("id").asText(), text, names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Name name(JsonNode node, String text) {
        int begin = text.offsetByCodePoints(0, node.get("start").asInt());
        int end = text.offsetByCodePoints(0, node.get("end").asInt());
        boolean nationality = node.path("orig").asText().equals("NORP");
        return new Name(begin, end, nationality ? "NORP" : node.get("type").asText());
    }

    String text(Name name) {
        return text.substring(name.begin(), name.end());
    }
}
