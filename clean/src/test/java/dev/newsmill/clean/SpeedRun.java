package dev.newsmill.clean;

import dev.newsmill.message.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Times jsoup's bare parse and the whole cleaner on the same pages in memory, one thread: {@code SpeedRun DIR PAGES ROUNDS}. */
final class SpeedRun {
    private SpeedRun() {}

    public static void main(String[] args) throws IOException {
        List<Page> pages = pages(Path.of(args[0]), Integer.parseInt(args[1]));
        long bytes = pages.stream().mapToLong(page -> page.body().length).sum();
        Cleaner cleaner = new Cleaner();
        for (int round = 0; round < Integer.parseInt(args[2]); round++) {
            long start = System.nanoTime();
            for (Page page : pages)
                Parser.htmlParser().parseInput(new String(page.body(), java.nio.charset.StandardCharsets.UTF_8), "");
            long parse = System.nanoTime() - start;
            start = System.nanoTime();
            for (Page page : pages) cleaner.clean(page);
            long clean = System.nanoTime() - start;
            System.out.printf(
                    "parse %.0f pages/s, clean %.0f pages/s, ratio %.2f, %d bytes a page%n",
                    pages.size() * 1e9 / parse,
                    pages.size() * 1e9 / clean,
                    (double) clean / parse,
                    bytes / pages.size());
        }
        for (int i = 0; i < 3; i++) System.out.println(profile(cleaner, pages));
    }

    /** Where the time goes, step by step. */
    private static String profile(Cleaner cleaner, List<Page> pages) {
        long[] spent = new long[5];
        Judge judge = Judge.load();
        for (Page page : pages) {
            long start = System.nanoTime();
            Decoded decoded = cleaner.decode(page);
            long at = lap(spent, 0, start);
            if (decoded == null) continue;
            Document document = Cleaner.parse(page, decoded.text());
            at = lap(spent, 1, at);
            Outline outline = cleaner.outline(document);
            at = lap(spent, 2, at);
            Cleaner.Read read = new Cleaner.Read(outline, cleaner.facts(outline, page));
            at = lap(spent, 3, at);
            judge.judge(outline, cleaner.features(read));
            lap(spent, 4, at);
        }
        double scale = 1e-6 / pages.size();
        return String.format(
                "ms a page: decode %.2f, parse %.2f, outline %.2f, metadata %.2f, judge %.2f",
                spent[0] * scale, spent[1] * scale, spent[2] * scale, spent[3] * scale, spent[4] * scale);
    }

    private static long lap(long[] spent, int step, long from) {
        long now = System.nanoTime();
        spent[step] += now - from;
        return now;
    }

    private static List<Page> pages(Path dir, int most) throws IOException {
        List<Path> files;
        try (var walk = Files.walk(dir)) {
            files = new ArrayList<>(
                    walk.filter(f -> f.toString().endsWith(".html.gz")).sorted().toList());
        }
        Collections.shuffle(files, new Random(1));
        List<Page> pages = new ArrayList<>();
        for (Path file : files.subList(0, Math.min(most, files.size()))) {
            try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                pages.add(Page.of(
                        "https://site.example/" + file.getFileName(),
                        in.readAllBytes(),
                        Instant.EPOCH,
                        Map.of("content-type", "text/html")));
            }
        }
        return pages;
    }
}
