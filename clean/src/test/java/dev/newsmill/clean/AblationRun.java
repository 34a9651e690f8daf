package dev.newsmill.clean;

import com.fasterxml.jackson.databind.JsonNode;
import dev.newsmill.message.Article;
import dev.newsmill.message.Json;
import dev.newsmill.message.Page;
import dev.newsmill.stage.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Says what each rule is worth: the shingle F1 of each set without it. {@code AblationRun GOLD-DIR CV-DIR FOLDS} */
final class AblationRun {
    private static final String[] SETS = {"zyte", "fundus", "fundusev", "aed", "wcxb"};

    private record Sample(Page page, int site, Cleaner.Read read, Shingles gold) {}

    private final List<List<Sample>> sets = new ArrayList<>();

    public static void main(String[] args) throws IOException {
        AblationRun run = new AblationRun();
        for (String set : SETS) run.read(Path.of(args[0]), set);
        int folds = Integer.parseInt(args[2]);
        List<Judge> judges = new ArrayList<>();
        for (int k = 0; k < folds; k++) {
            Path fold = Path.of(args[1]).resolve("fold-" + k);
            judges.add(new Judge(
                    Forest.of(Files.readAllLines(fold.resolve("lines-first.txt"))),
                    Forest.of(Files.readAllLines(fold.resolve("lines-second.txt")))));
        }
        System.out.println("| without | " + String.join(" | ", SETS) + " |\n|---|---|---|---|---|---|");
        double[] all = run.scores(judges, "");
        run.print("(nothing: judge and rules)", judges, "", all);
        run.print("the judge (rules alone)", List.of(), "judge", all);
        double[] alone = run.scores(List.of(), "judge");
        for (TrimRule rule : new TrimRules(PhraseBook.load(), new DateText()).all())
            run.print(rule.name(), List.of(), "judge," + rule.name(), alone);
    }

    private void print(String name, List<Judge> judges, String off, double[] base) {
        double[] scores = scores(judges, off);
        StringBuilder line = new StringBuilder("| " + name + " |");
        for (int i = 0; i < scores.length; i++) {
            line.append(String.format(Locale.ROOT, " %.4f (%+.4f) |", scores[i], scores[i] - base[i]));
        }
        System.out.println(line);
    }

    private double[] scores(List<Judge> judges, String off) {
        CleanOptions options = CleanOptions.of(Map.of("clean.off", off));
        List<Cleaner> cleaners = judges.isEmpty()
                ? List.of(new Cleaner(options, null))
                : judges.stream().map(judge -> new Cleaner(options, judge)).toList();
        double[] scores = new double[sets.size()];
        for (int i = 0; i < scores.length; i++) scores[i] = score(sets.get(i), cleaners);
        return scores;
    }

    private static double score(List<Sample> samples, List<Cleaner> cleaners) {
        double precision = 0;
        double recall = 0;
        int given = 0;
        for (Sample sample : samples) {
            sample.read.outline().lines().forEach(Line::restore);
            Cleaner cleaner = cleaners.get(cleaners.size() == 1 ? 0 : TrainRun.fold(sample.site, cleaners.size(), 0));
            String text = cleaner.article(sample.page, sample.read) instanceof Outcome.Emit<Article> emit
                    ? emit.value().text()
                    : "";
            Shingles shingles = new Shingles(text);
            recall += sample.gold.within(shingles);
            if (shingles.isEmpty()) continue;
            precision += shingles.within(sample.gold);
            given++;
        }
        double p = precision / Math.max(1, given);
        double r = recall / samples.size();
        return 2 * p * r / (p + r);
    }

    private void read(Path dir, String set) throws IOException {
        Cleaner reader = new Cleaner(CleanOptions.of(Map.of("clean.off", "judge")));
        List<Sample> samples = new ArrayList<>();
        for (String row : Files.readAllLines(dir.resolve(set + ".jsonl"))) {
            JsonNode gold = Json.shared().readTree(row);
            String id = gold.get("id").asText();
            byte[] body;
            try (InputStream in = new GZIPInputStream(Files.newInputStream(dir.resolve(set + "/" + id + ".html.gz")))) {
                body = in.readAllBytes();
            }
            Page page = Page.of(gold.get("url").asText(), body, Instant.EPOCH, Map.of());
            Cleaner.Read read = reader.read(page);
            if (read != null)
                samples.add(new Sample(
                        page,
                        TrainRun.site(page.url(), id),
                        read,
                        new Shingles(gold.get("gold").get("text").asText())));
        }
        sets.add(samples);
    }
}
