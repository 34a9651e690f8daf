package dev.newsmill.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A person who wrote the article; {@code url} is the page about them, null where there is none. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Author(String name, @Nullable String url) {
    public Author {
        Objects.requireNonNull(name, "name");
    }
}
