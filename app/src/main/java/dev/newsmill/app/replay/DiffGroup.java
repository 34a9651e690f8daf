package dev.newsmill.app.replay;

import java.util.List;

/**
 * Differences that have something in common.
 *
 * @param name the cause, or the host
 * @param count how many records
 * @param examples coordinates of the first of them
 */
record DiffGroup(String name, long count, List<String> examples) {
    DiffGroup {
        examples = List.copyOf(examples);
    }
}
