package dev.newsmill.clean;

import org.jspecify.annotations.Nullable;

/** A rule that is one test. */
record LineRule(String name, Test test) implements LineWise {

    /** What speaks against a line. */
    @FunctionalInterface
    interface Test {
        /** What was measured or matched, if the line has to go; null if it may stay. */
        @Nullable
        String against(Line line, Main main);
    }

    @Override
    public @Nullable String against(Line line, Main main) {
        return test.against(line, main);
    }
}
