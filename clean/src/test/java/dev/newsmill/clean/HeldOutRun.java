package dev.newsmill.clean;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Cleans each gold page with the judge of the fold that did not see its site: {@code HeldOutRun GOLD-DIR CV-DIR FOLDS [OFF]}. */
final class HeldOutRun {
    private HeldOutRun() {}

    public static void main(String[] args) throws IOException {
        Path dir = Path.of(args[0]);
        int folds = Integer.parseInt(args[2]);
        CleanOptions options = CleanOptions.of(args.length > 3 ? Map.of("clean.off", args[3]) : Map.of());
        List<Cleaner> cleaners = new ArrayList<>();
        for (int k = 0; k < folds; k++) {
            Path fold = Path.of(args[1]).resolve("fold-" + k);
            cleaners.add(new Cleaner(
                    options,
                    new Judge(
                            Forest.of(Files.readAllLines(fold.resolve("lines-first.txt"))),
                            Forest.of(Files.readAllLines(fold.resolve("lines-second.txt"))))));
        }
        try (PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8)) {
            for (String set : new String[] {"zyte", "fundus", "fundusev", "aed", "wcxb", "traf"}) {
                Files.readAllLines(dir.resolve(set + ".jsonl")).parallelStream()
                        .map(row -> prediction(dir, set, row, cleaners))
                        .forEachOrdered(out::println);
            }
        }
    }

    private static String prediction(Path dir, String set, String row, List<Cleaner> cleaners) {
        try {
            JsonNode gold = Json.shared().readTree(row);
            String id = gold.get("id").asText();
            byte[] body;
            try (InputStream in = new GZIPInputStream(Files.newInputStream(dir.resolve(set + "/" + id + ".html.gz")))) {
                body = in.readAllBytes();
            }
            Page page = Page.of(gold.get("url").asText(), body, Instant.EPOCH, Map.of());
            Cleaner cleaner = cleaners.get(TrainRun.fold(TrainRun.site(page.url(), id), cleaners.size(), 0));
            var line = Json.shared().createObjectNode().put("set", set).put("id", id);
            if (cleaner.clean(page) instanceof Outcome.Emit<Article> emit)
                line.put("text", emit.value().text());
            return line.toString();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("cannot clean " + row, e);
        }
    }
}
