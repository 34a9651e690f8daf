package dev.newsmill.bench.clean;

import dev.newsmill.clean.CleanOptions;
import dev.newsmill.clean.Cleaner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Trains the judge of lines: {@code TrainJudge GOLD OUT [FOLDS]}. With folds, sites are parted into them, each fold's judge
 * is trained on the other sites and written to {@code OUT/fold-K}, and the scores are printed of the pages of sites that it
 * did not see, and of those that it did; at last those of all pages, each with the judge that did not see its site.
 */
public final class TrainJudge {
    private TrainJudge() {}

    public static void main(String[] args) throws IOException {
        List<GoldPage> pages = GoldPage.read(Path.of(args[0]));
        Path out = Path.of(args[1]);
        int folds = args.length > 2 ? Integer.parseInt(args[2]) : 0;
        System.out.println(pages.size() + " pages");
        if (folds > 0) crossValidate(pages, folds, out);
        else new Teacher().teach(lessons(pages, 1, -1)).write(out);
    }

    private static void crossValidate(List<GoldPage> pages, int folds, Path out) throws IOException {
        Scores held = new Scores();
        for (int k = 0; k < folds; k++) {
            Teacher.Taught taught = new Teacher().teach(lessons(pages, folds, k));
            taught.write(out.resolve("fold-" + k));
            Cleaner cleaner = new Cleaner(CleanOptions.DEFAULT, taught.judge());
            Scores unseen = new Scores();
            Scores seen = new Scores();
            for (GoldPage page : pages) {
                boolean apart = page.fold(folds, 0) == k;
                (apart ? unseen : seen).add(page, cleaner);
                if (apart) held.add(page, cleaner);
            }
            System.out.println("fold " + k + "\n  unseen " + unseen + "\n  seen   " + seen);
        }
        System.out.println("all held out\n  unseen " + held);
    }

    /** The pages to learn from when fold {@code held} is held out. */
    private static List<GoldPage> lessons(List<GoldPage> pages, int folds, int held) {
        return pages.stream()
                .filter(page -> page.toLearnFrom() && page.fold(folds, 0) != held)
                .toList();
    }
}
