package dev.newsmill.enrich.dates;

import org.jspecify.annotations.Nullable;

/**
 * One step of a rule.
 *
 * @param text the word, the class of an atom, or the name of a rule
 * @param field for a number: the field that it fills; null to take what it means as it is
 */
record Element(Kind kind, String text, @Nullable Field field) {
    /** What the step asks for. */
    enum Kind {
        LITERAL,
        ATOM,
        RULE,
        /** No white space here. */
        GLUE,
        /** The expression, or its next part, begins here. */
        BEGIN,
        /** It ends here. */
        END
    }
}
