package dev.newsmill.stage;

import java.io.IOException;
import java.util.Map;
import java.util.OptionalLong;

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

    /**
     * How many publications of an article an outlet with these options still has. Reads only, also beside an outlet that
     * is open.
     *
     * @return empty if this kind of outlet cannot tell
     */
    default OptionalLong holds(Map<String, String> options, String article) throws IOException {
        return OptionalLong.empty();
    }
}
