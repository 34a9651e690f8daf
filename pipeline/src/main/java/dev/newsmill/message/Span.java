package dev.newsmill.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Inline markup: what {@code Article.text} holds from begin to end is a link or stands out. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Span(Kind kind, int begin, int end, @Nullable String href) {
    /** What the markup says. */
    public enum Kind {
        link,
        emphasis,
        strong,
        code
    }

    public Span {
        Objects.requireNonNull(kind, "kind");
        Offsets.check(begin, end);
    }
}
