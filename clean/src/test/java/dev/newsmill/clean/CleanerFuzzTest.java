package dev.newsmill.clean;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.newsmill.message.Article;
import dev.newsmill.message.Block;
import dev.newsmill.message.Page;
import dev.newsmill.stage.Outcome;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Any bytes get an answer, and an article's offsets are right. With {@code JAZZER_FUZZ=1} it searches for others. */
class CleanerFuzzTest {
    private static final Cleaner CLEANER = new Cleaner();

    @FuzzTest(maxDuration = "60m")
    void answersAnyBytes(byte @Nullable [] body) {
        if (body == null) return;
        Page page = Page.of("https://site.example/a", body, Instant.EPOCH, Map.of());
        if (CLEANER.clean(page) instanceof Outcome.Emit<Article> emit) check(emit.value());
    }

    private static void check(Article article) {
        for (Block block : article.blocks()) {
            if (!article.text().substring(block.begin(), block.end()).equals(block.text())) {
                throw new AssertionError("block at " + block.begin() + " is not what the text holds");
            }
        }
    }
}
