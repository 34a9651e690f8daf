package dev.newsmill.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.stage.Offer;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeedsTest {
    private final List<Offer> seeds = Read.all(IngestOptions.defaults(), "../seeds");

    @Test
    void everySeedIsAPage() {
        assertThat(seeds)
                .hasSizeGreaterThanOrEqualTo(12)
                .allSatisfy(seed -> assertThat(Read.said(seed)).startsWith("page file:"));
    }

    @Test
    void theReadmeIsNone() {
        assertThat(seeds).noneMatch(seed -> seed.place().endsWith("README.md"));
    }
}
