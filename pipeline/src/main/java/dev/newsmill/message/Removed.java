package dev.newsmill.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A part of the page that is not in the article's text.
 *
 * @param path where it was: a CSS path, or {@code line 3}
 * @param reason the name of the rule that removed it
 * @param value what the rule measured or matched, such as {@code link density 0.83}; null where the rule says it all
 * @param chars characters of visible text that went with it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Removed(String path, String reason, @Nullable String value, int chars) {
    public Removed {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(reason, "reason");
    }
}
