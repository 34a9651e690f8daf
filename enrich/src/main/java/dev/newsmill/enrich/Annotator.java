package dev.newsmill.enrich;

/**
 * Finds one kind of thing in an article: names, dates, quotes … Found by {@link java.util.ServiceLoader}; one file,
 * with {@code @AutoService}. A pure function of the draft; thread-safe.
 */
public interface Annotator {

    /** The word that switches it off and that {@code annotators} lists: {@code entities}, {@code timexes} … */
    String name();

    /** Grows whenever what it finds may change for the same text. */
    String version();

    /** Annotators run by rank, smallest first: those that use what others found come later. 100 by default. */
    default int rank() {
        return 100;
    }

    /** Adds what it finds to the draft. */
    void annotate(Draft draft);
}
