package dev.newsmill.bench.clean;

import com.fasterxml.jackson.databind.JsonNode;
import dev.newsmill.clean.CleanOptions;
import dev.newsmill.clean.Cleaner;
import dev.newsmill.clean.Lesson;
import dev.newsmill.message.Json;
import dev.newsmill.message.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * A page with what its publisher or a reader says its text is. A folder of gold has {@code SET.jsonl}, a page a line, and
 * {@code SET/ID.html.gz}.
 *
 * @param site a hash of the part of its host that somebody registered
 */
record GoldPage(String set, String id, Page page, int site, JsonNode gold, Lesson lesson) {
    /** Sets with whole texts: the judge learns from them. */
    static final List<String> TEXTS = List.of("zyte", "fundus", "fundusev", "aed", "wcxb");
    /** A set of snippets that have to be in the text or may not: nothing learns from it. */
    static final String SNIPPETS = "traf";

    static List<GoldPage> read(Path dir) throws IOException {
        Cleaner reader = new Cleaner(CleanOptions.DEFAULT, null);
        List<GoldPage> pages = new ArrayList<>();
        for (String set : TEXTS) read(dir, set, reader, pages);
        read(dir, SNIPPETS, reader, pages);
        return pages;
    }

    private static void read(Path dir, String set, Cleaner reader, List<GoldPage> pages) throws IOException {
        for (String row : Files.readAllLines(dir.resolve(set + ".jsonl"))) {
            JsonNode gold = Json.shared().readTree(row);
            String id = gold.get("id").asText();
            String url = gold.path("url").asText("https://" + id + ".invalid/");
            Page page = Page.of(url, bytes(dir.resolve(set + "/" + id + ".html.gz")), Instant.EPOCH, Map.of());
            Lesson lesson = Lesson.of(reader, page);
            if (lesson != null) {
                String site = lesson.site().isEmpty() ? id : lesson.site();
                pages.add(new GoldPage(set, id, page, site.hashCode(), gold.get("gold"), lesson));
            }
        }
    }

    /** All pages of all sets, in the order of their names. */
    static List<Path> files(Path dir) throws IOException {
        try (var walk = Files.walk(dir)) {
            return new ArrayList<>(walk.filter(file -> file.toString().endsWith(".html.gz"))
                    .sorted()
                    .toList());
        }
    }

    static byte[] bytes(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        }
    }

    boolean toLearnFrom() {
        return gold.hasNonNull("text");
    }

    /** Pages of one site are in one fold. */
    int fold(int folds, int salt) {
        return Math.floorMod((site + salt) * 0x9E3779B1 >>> 7, folds);
    }
}
