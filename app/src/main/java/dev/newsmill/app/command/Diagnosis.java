package dev.newsmill.app.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What one check of {@code doctor} found.
 *
 * @param fix what to do; null if nothing is to be done
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Diagnosis(
        String check, Level level, String finding, @Nullable String fix) {
    /** How bad it is. */
    enum Level {
        ok,
        warn,
        fail
    }

    static Diagnosis ok(String check, String finding) {
        return new Diagnosis(check, Level.ok, finding, null);
    }

    static Diagnosis warn(String check, String finding, String fix) {
        return new Diagnosis(check, Level.warn, finding, fix);
    }

    static Diagnosis fail(String check, String finding, String fix) {
        return new Diagnosis(check, Level.fail, finding, fix);
    }
}
