package dev.newsmill.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {
    private static final String VALID = "00-[0-9a-f]{32}-[0-9a-f]{16}-01";

    @Test
    void aRandomOneIsValidAndLikeNoOther() {
        Random random = new Random(1);
        assertThat(TraceParent.random(random)).matches(VALID).isNotEqualTo(TraceParent.random(random));
    }

    @Test
    void zerosAreNoTraceSoRandomNeverGivesThem() {
        assertThat(TraceParent.random(() -> 0L)).doesNotContain("-" + "0".repeat(16));
    }

    @Test
    void theNextSpanKeepsTheTrace() {
        String next = TraceParent.next(Samples.TRACE, "clean/0@1");
        assertThat(next)
                .matches(VALID)
                .startsWith(Samples.TRACE.substring(0, 35))
                .isNotEqualTo(Samples.TRACE);
    }

    @Test
    void theNextSpanIsTheSameOnEachTry() {
        assertThat(TraceParent.next(Samples.TRACE, "clean/0@1"))
                .isEqualTo(TraceParent.next(Samples.TRACE, "clean/0@1"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "00",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\n"
            })
    void withoutAValidParentATraceBegins(@org.jspecify.annotations.Nullable String parent) {
        assertThat(TraceParent.next(parent, "e")).matches(VALID);
        assertThat(TraceParent.orBegun(parent, "seed"))
                .matches(VALID)
                .isNotEqualTo(TraceParent.orBegun(parent, "other"));
    }
}
