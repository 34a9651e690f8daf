package dev.newsmill.ingest;

import java.io.IOException;

/**
 * One of several inputs, not opened yet.
 *
 * @param place what an error says about where it was
 */
record Part(String place, Opening opening) {

    /** Opens the part, or throws what becomes its offer. */
    interface Opening {
        Offers open() throws IOException;
    }
}
