package dev.newsmill.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** An image of the article. In plain text only caption, credit and alternative text may be known. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Image(
        @Nullable String url,
        @Nullable String caption,
        @Nullable String credit,
        @Nullable String alt) {}
