package dev.newsmill.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A news article without its boilerplate, and why each value is what it is. A value of topic {@code articles}.
 *
 * <p>Words are schema.org's where it has them. Offsets are UTF-16 units into {@link #text()}.
 *
 * @param id hash of the canonical URL where the page names a plausible one on its own site, else of its URL
 * @param url where the page was fetched
 * @param canonicalUrl as the page names it; null where it names none
 * @param pageType {@code article}, {@code liveblog}, …
 * @param byline the author line as printed
 * @param credits agencies and desk initials; photographers stand with their images
 * @param dateline place and agency that open the text, as printed
 * @param datePublished ISO-8601 with the precision and the zone that the page gives, never more
 * @param language BCP 47 tag
 * @param text blocks joined by blank lines, the standfirst first where there is one; no headline, no caption
 * @param evidence per field, where the value comes from and what lost against it
 * @param removed what was taken out of the page's main part, and by which rule
 * @param fingerprint hash of the text's words, for telling apart real and cosmetic changes
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Article(
        String id,
        String url,
        @Nullable String canonicalUrl,
        String pageType,
        @Nullable String headline,
        @Nullable String standfirst,
        List<Author> authors,
        @Nullable String byline,
        List<Credit> credits,
        @Nullable String dateline,
        @Nullable String datePublished,
        @Nullable String dateModified,
        @Nullable String section,
        List<String> tags,
        @Nullable String language,
        @Nullable String siteName,
        List<Image> images,
        @Nullable Boolean accessibleForFree,
        List<Block> blocks,
        String text,
        SortedMap<String, Evidence> evidence,
        List<Removed> removed,
        @Nullable String fingerprint)
        implements Message {

    public Article {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(text, "text");
        pageType = Objects.requireNonNullElse(pageType, "article");
        authors = Copies.of(authors);
        credits = Copies.of(credits);
        tags = Copies.of(tags);
        images = Copies.of(images);
        blocks = Copies.of(blocks);
        removed = Copies.of(removed);
        evidence = Copies.of(evidence);
    }

    /** An article that is only a text: what {@code enrich} makes of a line without a page. */
    public static Article ofText(String id, String url, String text, @Nullable String datePublished) {
        return new Article(
                id,
                url,
                null,
                "article",
                null,
                null,
                List.of(),
                null,
                List.of(),
                null,
                datePublished,
                null,
                null,
                List.of(),
                null,
                null,
                List.of(),
                null,
                List.of(),
                text,
                new TreeMap<>(),
                List.of(),
                null);
    }

    @Override
    public Map<String, Long> facts() {
        Map<String, Long> facts = new TreeMap<>();
        facts.put("chars", (long) text.length());
        facts.put("blocks", (long) blocks.size());
        facts.put("removed", (long) removed.size());
        facts.put("words", text.isBlank() ? 0L : text.strip().split("\\s+").length);
        if (headline == null) facts.put("missing.headline", 1L);
        if (datePublished == null) facts.put("missing.datePublished", 1L);
        if (authors.isEmpty()) facts.put("missing.authors", 1L);
        return facts;
    }
}
