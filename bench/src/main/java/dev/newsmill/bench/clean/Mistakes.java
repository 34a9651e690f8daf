package dev.newsmill.bench.clean;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newsmill.clean.CleanOptions;
import dev.newsmill.clean.Cleaner;
import dev.newsmill.clean.Lesson;
import dev.newsmill.message.Article;
import dev.newsmill.message.Json;
import dev.newsmill.stage.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Lists what the judges of held-out folds get wrong, to be read in bulk: {@code Mistakes GOLD OUT FOLDS} writes a line of
 * JSON a page, with the lines that were kept or dropped against the gold, and the gold's metadata beside the article's. OUT
 * holds the folds' judges, as {@link TrainJudge} writes them.
 */
public final class Mistakes {
    private static final int LONGEST = 200;

    private Mistakes() {}

    public static void main(String[] args) throws IOException {
        List<Cleaner> cleaners = new ArrayList<>();
        for (int k = 0; k < Integer.parseInt(args[2]); k++)
            cleaners.add(new Cleaner(
                    CleanOptions.DEFAULT,
                    Teacher.Taught.read(Path.of(args[1]).resolve("fold-" + k)).judge()));
        for (GoldPage page : GoldPage.read(Path.of(args[0])))
            System.out.println(of(page, cleaners.get(page.fold(cleaners.size(), 0))));
    }

    private static ObjectNode of(GoldPage page, Cleaner cleaner) {
        Outcome<Article> outcome = page.lesson().clean(cleaner);
        ObjectNode row = Json.shared().createObjectNode();
        row.put("set", page.set())
                .put("id", page.id())
                .put("site", page.lesson().site());
        row.set("gold", page.gold());
        if (outcome instanceof Outcome.Emit<Article> emit)
            row.set("article", Json.shared().valueToTree(emit.value()));
        else row.put("dropped", outcome.toString());
        if (page.toLearnFrom()) lines(page, row.putArray("lines"));
        return row;
    }

    private static void lines(GoldPage page, ArrayNode to) {
        Lesson lesson = page.lesson();
        GoldLabels gold = new GoldLabels(lesson, page.gold().get("text").asText());
        for (int i = 0; i < lesson.size(); i++) {
            boolean kept = lesson.removedBy(i) == null;
            boolean wanted = gold.labels[i] == 1;
            if (kept == wanted || lesson.words(i) == 0) continue;
            String rule = kept ? "kept" : String.valueOf(lesson.removedBy(i));
            String text = lesson.text(i);
            to.addObject()
                    .put("line", i)
                    .put("by", rule)
                    .put("p", String.format(Locale.ROOT, "%.2f", lesson.probability(i)))
                    .put("words", lesson.words(i))
                    .put("path", lesson.path(i))
                    .put("text", text.substring(0, Math.min(LONGEST, text.length())));
        }
    }
}
