package dev.newsmill.clean;

import org.jspecify.annotations.Nullable;

/** A rule that looks at one line at a time. */
record LineRule(String name, Test test) implements TrimRule {

    /** What speaks against a line. */
    @FunctionalInterface
    interface Test {
        /** What was measured or matched, if the line has to go; null if it may stay. */
        @Nullable
        String against(Line line, Main main);
    }

    @Override
    public void apply(Main main) {
        for (Line line : main.lines()) {
            if (!line.kept()) continue;
            String measured = test.against(line, main);
            if (measured != null) line.remove(name, measured);
        }
    }
}
