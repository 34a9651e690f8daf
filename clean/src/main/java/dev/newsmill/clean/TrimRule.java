package dev.newsmill.clean;

/** Takes lines that are no text of the article out of the main part. One reason each, that can be switched off. */
interface TrimRule {

    /** The word that {@code removed} gives as the reason, and that switches the rule off. */
    String name();

    void apply(Main main);
}
