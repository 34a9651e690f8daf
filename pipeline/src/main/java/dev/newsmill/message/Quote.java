package dev.newsmill.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's words in the text.
 *
 * @param begin with the quotation mark
 * @param direct true for words between quotation marks with a speaker, false for an indirect attribution
 * @param speaker the speaker as printed ("he"); null where nobody is named
 * @param entity id of the {@link Entity} that spoke; null where unresolved
 * @param cue the verb or phrase that attributes it ("said"); null where there is none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Quote(
        int begin,
        int end,
        String text,
        boolean direct,
        @Nullable String speaker,
        @Nullable String entity,
        @Nullable String cue) {
    public Quote {
        Objects.requireNonNull(text, "text");
        Offsets.check(begin, end);
    }
}
