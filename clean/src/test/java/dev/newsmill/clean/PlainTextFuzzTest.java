package dev.newsmill.clean;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.newsmill.message.Page;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Any bytes that come as plain text get an answer, and an explanation with the same answer. */
class PlainTextFuzzTest {
    private static final Cleaner CLEANER = new Cleaner();

    @FuzzTest(maxDuration = "60m")
    void answersAnyText(byte @Nullable [] body) {
        if (body == null) return;
        Page page = Page.of("https://site.example/a.txt", body, Instant.EPOCH, Map.of("content-type", "text/plain"));
        if (!CLEANER.clean(page).equals(CLEANER.explain(page).outcome()))
            throw new AssertionError("the explanation is of another answer");
    }
}
