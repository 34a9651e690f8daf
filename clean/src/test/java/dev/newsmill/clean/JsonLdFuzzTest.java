package dev.newsmill.clean;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any script gives facts or none; a page is never lost for its JSON-LD. */
class JsonLdFuzzTest {
    @FuzzTest(maxDuration = "60m")
    void readsAnyScript(FuzzedDataProvider data) {
        String script = data.consumeRemainingAsString().replace("<", "\\u003c");
        Facts facts = Pages.facts("<html><head><script type=\"application/ld+json\">" + script
                + "</script></head><body><h1>The ferry returns to the lake</h1><p>By Ida Holm</p></body></html>");
        if (facts.headline == null || facts.headline.isBlank()) throw new AssertionError("no headline");
    }
}
