package dev.newsmill.stage;

import java.io.IOException;
import java.util.Map;

/** Offers an outlet. Found by {@link java.util.ServiceLoader}; one file, with {@code @AutoService}. */
public interface OutletProvider {

    /** The word that switches it on, such as {@code jsonl}. */
    String name();

    /**
     * Opens the outlet.
     *
     * @param options settings by name, such as {@code out} for the directory to write into
     */
    Outlet open(Map<String, String> options) throws IOException;
}
