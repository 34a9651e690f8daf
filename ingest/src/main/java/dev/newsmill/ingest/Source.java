package dev.newsmill.ingest;

import java.io.IOException;
import java.util.OptionalLong;

/**
 * A kind of place that pages come from: a file, a folder, a list, the web. Found by {@link java.util.ServiceLoader};
 * one file, with {@code @AutoService(Source.class)} and a constructor without arguments. Used from one thread.
 */
public interface Source {

    /** One word, such as {@code folder}. */
    String name();

    /** What it reads, for the message that tells a user what would be accepted: {@code a folder of pages}. */
    String accepts();

    /** Whether {@code input}, as the user typed it, is of this kind. Looks at its name or its first bytes only. */
    boolean claims(String input);

    /** Sources are asked in rising order, and by name where it is equal. The ones that claim anything come last. */
    default int order() {
        return 0;
    }

    /**
     * About how many offers {@code input} has, for a progress bar; empty where finding out is as long as reading.
     * What is broken counts as one.
     */
    default OptionalLong estimate(String input, Sources sources) {
        return OptionalLong.empty();
    }

    /**
     * Opens an input that {@link #claims} said yes to. Pages are read when they are asked for. A problem with one page
     * is an offer, and the ones after it still come.
     *
     * @param sources the options, and the way to inputs inside this input
     * @throws IOException if there is nothing to read from
     */
    Offers open(String input, Sources sources) throws IOException;
}
