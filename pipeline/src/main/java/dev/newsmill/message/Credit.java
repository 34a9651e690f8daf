package dev.newsmill.message;

import java.util.Objects;

/** Who else had a hand in the article. */
public record Credit(Role role, String name) {
    /** What a credited party did. */
    public enum Role {
        /** A news agency, such as AFP. */
        agency,
        /** Initials of desk or editors, such as jc/nm. */
        desk,
        /** Somebody who took pictures, credited for the article and not for one image. */
        photographer,
        /** Somebody who helped, by the article's own words. */
        contributor
    }

    public Credit {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(name, "name");
    }
}
