package dev.newsmill.clean;

/** Why a page gives no article: a closed list, counted by reason. */
public enum DropReason {
    /** A home or section page: many headlines with links, no text of its own. */
    NOT_AN_ARTICLE("not-an-article"),
    /** A list of products, links or entries. */
    LIST("list"),
    /** Pictures with captions. */
    GALLERY("gallery"),
    /** A player and a line about it. */
    VIDEO_ONLY("video-only"),
    /** Only the question for consent was delivered. */
    CONSENT_WALL("consent-wall"),
    /** The opening words and an offer to subscribe. */
    PAYWALL_STUB("paywall-stub"),
    /** The text would come by script; the page has none. */
    SCRIPT_SHELL("script-shell"),
    /** Says that something went wrong: not found, blocked, broken. */
    ERROR_PAGE("error-page"),
    /** No visible text at all. */
    EMPTY("empty"),
    /** Fewer words than an article may have. */
    TOO_SHORT("too-short"),
    /** Binary data, or not a kind of text that is read here. */
    NOT_TEXT("not-text");

    private final String word;

    DropReason(String word) {
        this.word = word;
    }

    /** The reason as receipts name it. */
    public String word() {
        return word;
    }
}
