package dev.newsmill.enrich.quotes;

import org.jspecify.annotations.Nullable;

/**
 * To whom words are given, and by which verb.
 *
 * @param text as printed
 * @param entity id of the entity; null where it is not known
 */
record Speaker(
        String text, @Nullable String entity, @Nullable String cue) {

    Speaker withoutCue() {
        return new Speaker(text, entity, null);
    }
}
