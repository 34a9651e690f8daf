package dev.newsmill.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;

/**
 * Somebody or something that the article names, once or often.
 *
 * @param id short, unique within the article, stable for the same text: {@code e1}, {@code e2} … by first mention
 * @param name the fullest form in the text
 * @param salience share of the article's mentions, weighted by position; 0 to 1
 * @param roles titles and roles given to it, such as "Belarusian President", as printed
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Entity(String id, String name, String type, double salience, List<String> roles, List<Link> links) {
    public Entity {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        roles = Copies.of(roles);
        links = Copies.of(links);
    }

    /** A record elsewhere that the entity may be: scheme such as {@code iso3166}, its id there, and 0 to 1. */
    public record Link(String scheme, String id, double score) {
        public Link {
            Objects.requireNonNull(scheme, "scheme");
            Objects.requireNonNull(id, "id");
        }
    }
}
