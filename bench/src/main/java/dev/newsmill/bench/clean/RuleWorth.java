package dev.newsmill.bench.clean;

import dev.newsmill.clean.CleanOptions;
import dev.newsmill.clean.Cleaner;
import dev.newsmill.clean.Judge;
import dev.newsmill.clean.Lesson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Says what each rule is worth: the scores of each set without it, alone and beside the judge, {@code RuleWorth GOLD OUT
 * FOLDS}. OUT holds the folds' judges, as {@link TrainJudge} writes them.
 */
public final class RuleWorth {
    private final List<GoldPage> pages;

    private RuleWorth(List<GoldPage> pages) {
        this.pages = pages;
    }

    public static void main(String[] args) throws IOException {
        RuleWorth worth = new RuleWorth(GoldPage.read(Path.of(args[0])));
        List<Judge> judges = new ArrayList<>();
        for (int k = 0; k < Integer.parseInt(args[2]); k++)
            judges.add(
                    Teacher.Taught.read(Path.of(args[1]).resolve("fold-" + k)).judge());
        worth.table(judges);
    }

    private void table(List<Judge> judges) {
        System.out.println("| without | " + String.join(" | ", GoldPage.TEXTS) + " | " + GoldPage.SNIPPETS + " |");
        System.out.println("|---|---|---|---|---|---|---|");
        Scores all = scores(judges, Set.of());
        System.out.println("| (nothing: judge and rules) |" + all.cells(all));
        Scores alone = scores(List.of(), Set.of());
        System.out.println("| the judge (rules alone) |" + alone.cells(all));
        rows(List.of(), alone);
        System.out.println("with the judge:");
        rows(judges, all);
    }

    private void rows(List<Judge> judges, Scores base) {
        for (String rule : Lesson.rules())
            System.out.println("| " + rule + " |" + scores(judges, Set.of(rule)).cells(base));
    }

    private Scores scores(List<Judge> judges, Set<String> off) {
        CleanOptions d = CleanOptions.DEFAULT;
        CleanOptions options = new CleanOptions(d.minChars(), d.maxBytes(), d.maxRemoved(), off);
        List<Cleaner> cleaners = judges.isEmpty()
                ? List.of(new Cleaner(options, null))
                : judges.stream().map(judge -> new Cleaner(options, judge)).toList();
        Scores scores = new Scores();
        for (GoldPage page : pages) scores.add(page, cleaners.get(page.fold(cleaners.size(), 0)));
        return scores;
    }
}
