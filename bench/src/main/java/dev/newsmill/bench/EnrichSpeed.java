package dev.newsmill.bench;

import dev.newsmill.enrich.Enricher;
import dev.newsmill.enrich.text.Tokenizer;
import dev.newsmill.message.Article;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Measures the enricher on one thread: {@code EnrichSpeed DATA TEXTS [TRAIN,…]}. DATA is a folder of files
 * {@code ner.NAME.jsonl}, TEXTS and TRAIN are names of it. Prints the memory that the loaded enricher holds, and tokens
 * per CPU second of all annotators together; where TRAIN is given, in turn with OpenNLP's name finder, trained on these
 * texts.
 */
public final class EnrichSpeed {
    private static final int ROUNDS = 5;

    private EnrichSpeed() {}

    public static void main(String[] args) throws IOException {
        Path data = Path.of(args[0]);
        List<Gold> texts = NameCorpus.read(data, args[1]);
        long before = memory();
        long start = cpu();
        Enricher enricher = Enricher.load(Set.of());
        System.out.printf("loaded in %,d ms of CPU time", (cpu() - start) / 1_000_000);
        System.out.printf(", holds %,d MB%n", (memory() - before) >> 20);
        List<Article> articles = texts.stream()
                .map(gold -> Article.ofText(gold.id(), "text:" + gold.id(), gold.text(), "2021-11-04"))
                .toList();
        OpenNlpNames other = args.length > 2 ? OpenNlpNames.train(NameCorpus.read(data, args[2].split(","))) : null;
        if (other != null) score(other, texts);
        rounds(articles, enricher, other);
    }

    private static void rounds(List<Article> articles, Enricher enricher, @Nullable OpenNlpNames other) {
        long tokens = articles.stream()
                .mapToLong(a -> Tokenizer.tokenize(a.text()).size())
                .sum();
        for (int round = 1; round <= ROUNDS; round++) {
            System.out.printf(
                    "round %d: %,.0f tokens per CPU second", round, tokens / seconds(articles, enricher::enrich));
            if (other != null) {
                double seconds = seconds(articles, a -> other.find(Tokenizer.tokenize(a.text())));
                System.out.printf(", OpenNLP's name finder alone %,.0f", tokens / seconds);
            }
            System.out.println();
        }
    }

    private static double seconds(List<Article> articles, Consumer<Article> work) {
        long start = cpu();
        articles.forEach(work);
        return (cpu() - start) / 1e9;
    }

    private static void score(OpenNlpNames other, List<Gold> texts) {
        int right = 0;
        int found = 0;
        int gold = 0;
        for (Gold text : texts) {
            Set<Gold.Name> names = other.find(Tokenizer.tokenize(text.text()));
            found += names.size();
            gold += text.names().size();
            for (Gold.Name name : text.names()) if (names.contains(name)) right++;
        }
        System.out.printf("OpenNLP's name finder: F1 %.1f with nationalities apart%n", 200.0 * right / (found + gold));
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long memory() {
        for (int i = 0; i < 3; i++) System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
