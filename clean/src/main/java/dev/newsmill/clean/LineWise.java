package dev.newsmill.clean;

import org.jspecify.annotations.Nullable;

/** A rule that looks at one line at a time, and not at what other rules made of the lines around it. */
interface LineWise extends TrimRule {

    /** What was measured or matched, if the line has to go; null if it may stay. */
    @Nullable
    String against(Line line, Main main);

    @Override
    default void apply(Main main) {
        for (Line line : main.lines()) {
            if (!line.kept()) continue;
            String measured = against(line, main);
            if (measured != null) line.remove(name(), measured);
        }
    }
}
