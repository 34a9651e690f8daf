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
        System.out.println(profile(cleaner, pages));
    }

    private static String profile(Cleaner cleaner, List<Page> pages) {
        long start = System.nanoTime();
        List<Cleaner.Read> read = new ArrayList<>();
        for (Page page : pages) {
            Cleaner.Read one = cleaner.read(page);
            if (one != null) read.add(one);
        }
        long reading = System.nanoTime() - start;
        start = System.nanoTime();
        for (Cleaner.Read one : read) cleaner.features(one);
        long features = System.nanoTime() - start;
        Judge judge = Judge.load();
        start = System.nanoTime();
        for (Cleaner.Read one : read) judge.judge(one.outline(), cleaner.features(one));
        long judging = System.nanoTime() - start;
        return String.format(
                "decode+parse+outline+metadata %.2f ms, features set-up %.2f ms, judge %.2f ms a page",
                reading / 1e6 / pages.size(), features / 1e6 / pages.size(), judging / 1e6 / pages.size());
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
