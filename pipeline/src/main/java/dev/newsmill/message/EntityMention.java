package dev.newsmill.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A name in the text.
 *
 * @param type PER, ORG, GPE, LOC, FAC, NORP, EVENT, PRODUCT or WORK
 * @param text what {@code Article.text} holds from begin to end
 * @param entity id of the {@link Entity} that it names; null where mentions were not grouped
 * @param source the rule or model that found it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record EntityMention(
        String type,
        int begin,
        int end,
        String text,
        @Nullable String entity,
        @Nullable String source) {
    public EntityMention {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(text, "text");
        Offsets.check(begin, end);
    }
}
