package dev.newsmill.clean;

import dev.newsmill.message.Article;
import dev.newsmill.message.Page;
import dev.newsmill.stage.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page as those see it who train and measure the cleaner: its lines, the numbers that the judge gets of each, and what
 * another cleaner makes of the page without reading it again. Not thread-safe.
 */
public final class Lesson {
    private final Page page;
    private final Cleaner.Read read;
    private final List<Line> lines;
    private final float[][] numbers;

    private Lesson(Page page, Cleaner.Read read, Features features) {
        this.page = page;
        this.read = read;
        this.lines = read.outline().lines();
        this.numbers = new float[lines.size()][];
        for (Line line : lines) if (!Features.hopeless(line)) numbers[line.index] = features.of(line);
    }

    /** Null if the page is no HTML. */
    public static @Nullable Lesson of(Cleaner reader, Page page) {
        Cleaner.Read read = reader.read(page);
        return read == null ? null : new Lesson(page, read, reader.features(read));
    }

    /** The names of all rules that can be switched off. */
    public static List<String> rules() {
        return new TrimRules(PhraseBook.load(), new DateText())
                .all().stream().map(TrimRule::name).toList();
    }

    /** The part of the page's host that somebody registered; empty if there is none. */
    public String site() {
        return Url.site(Url.host(page.finalUrl()));
    }

    public int size() {
        return lines.size();
    }

    public String text(int line) {
        return lines.get(line).text;
    }

    public int words(int line) {
        return lines.get(line).words;
    }

    /** Where a line stands, as evidence says it. */
    public String path(int line) {
        return lines.get(line).region.toString();
    }

    /** The rule that took a line when the page was cleaned last; null if it stayed. */
    public @Nullable String removedBy(int line) {
        return lines.get(line).removedBy;
    }

    /** How probable the judge who cleaned the page last found a line. */
    public float probability(int line) {
        return lines.get(line).probability;
    }

    /** What the first forest sees of a line; null if the line needs no judge. */
    public float @Nullable [] first(int line) {
        return numbers[line];
    }

    /** What the second forest sees of each line that needs a judge, given what the first said of all. */
    public float[][] second(float[] probabilities) {
        Judge.Opinions opinions = new Judge.Opinions(read.outline(), probabilities);
        float[][] rows = new float[lines.size()][];
        for (Line line : lines) {
            float[] row = numbers[line.index];
            if (row != null) rows[line.index] = opinions.of(line, row);
        }
        return rows;
    }

    /** First line and end of the smallest element over whose lines {@code gains} sum up to the most; null if to nothing. */
    public int @Nullable [] richest(float[] gains) {
        Region best = null;
        float most = 0;
        float[] sums = new float[gains.length + 1];
        for (int i = 0; i < gains.length; i++) sums[i + 1] = sums[i] + gains[i];
        for (Region region : read.outline().regions()) {
            float sum = sums[region.endLine] - sums[region.firstLine];
            if (sum > most || best != null && sum == most) {
                best = region;
                most = sum;
            }
        }
        return best == null ? null : new int[] {best.firstLine, best.endLine};
    }

    /** What {@code cleaner} makes of the page. */
    public Outcome<Article> clean(Cleaner cleaner) {
        lines.forEach(Line::restore);
        return cleaner.article(page, read);
    }
}
