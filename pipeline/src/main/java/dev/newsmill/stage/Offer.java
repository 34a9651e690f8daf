package dev.newsmill.stage;

import dev.newsmill.message.Page;
import java.util.Objects;

/**
 * What a source has at one place: a page, a reason why there is none for us, or an error.
 *
 * @param place where it was found, for people and for the receipt: a path, a URL, {@code archive.warc.gz@1234}
 */
public record Offer(String place, Answer<Page> answer) {
    public Offer {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(answer, "answer");
    }
}
