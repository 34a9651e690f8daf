package dev.newsmill.bench;

import dev.newsmill.enrich.Enricher;
import dev.newsmill.enrich.text.Tokenizer;
import dev.newsmill.message.Article;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Measures the enricher on one thread: {@code EnrichSpeed TEXTS [OFF,…]}. TEXTS are lines with {@code id}, {@code text}
 * and {@code entities}; OFF are annotators to leave out. Prints tokens per CPU second, the time to load, and the memory
 * that the loaded enricher holds.
 */
public final class EnrichSpeed {
    private static final int ROUNDS = 5;

    private EnrichSpeed() {}

    public static void main(String[] args) throws IOException {
        List<Article> articles = Gold.read(Path.of(args[0])).stream()
                .map(gold -> Article.ofText(gold.id(), "text:" + gold.id(), gold.text(), "2021-11-04"))
                .toList();
        long before = memory();
        long start = cpu();
        Enricher enricher = Enricher.load(args.length > 1 ? Set.of(args[1].split(",")) : Set.of());
        System.out.printf("loaded in %,d ms of CPU time", (cpu() - start) / 1_000_000);
        System.out.printf(", holds %,d MB%n", (memory() - before) >> 20);
        long tokens = articles.stream()
                .mapToLong(a -> Tokenizer.tokenize(a.text()).size())
                .sum();
        for (int round = 1; round <= ROUNDS; round++) {
            long cpu = cpu();
            articles.forEach(enricher::enrich);
            System.out.printf("round %d: %,.0f tokens per CPU second%n", round, tokens / ((cpu() - cpu) / 1e9));
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long memory() {
        for (int i = 0; i < 3; i++) System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
