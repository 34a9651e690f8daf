package dev.newsmill.clean;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads the fields that are not text of the article: from JSON-LD, meta elements, microdata and visible lines. */
final class MetadataReader {
    private static final int MOST_TAGS = 30;
    private static final int LONGEST_TAG = 60;

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-\\w{2,8})*");
    private static final Pattern TIER = Pattern.compile("(?i)free|locked|metered");
    private static final Pattern YES = Pattern.compile("(?i)true|free|yes|.*/True");
    private static final Pattern COMMA = Pattern.compile("[,;，、]");

    private final AuthorReader authors;
    private final DateReader dates;

    MetadataReader(PersonNames names, DateText dates) {
        this.authors = new AuthorReader(names);
        this.dates = new DateReader(dates);
    }

    Facts read(Outline outline, String url) {
        MetaTags meta = new MetaTags(outline.sightings().metas);
        JsonLd jsonLd = new JsonLd(outline.sightings().jsonLd);
        Facts facts = new Facts();
        canonical(outline, meta, jsonLd, url, facts);
        String known = url.startsWith("file:") && facts.canonicalUrl != null ? facts.canonicalUrl : url;
        site(meta, jsonLd, facts);
        language(outline, meta, jsonLd, facts);
        SiteName names = new SiteName(Url.host(known), siteNames(meta, jsonLd));
        HeadlineReader.read(outline, meta, jsonLd, facts, names);
        authors.read(outline, meta, jsonLd, facts, names);
        dates.read(outline, meta, jsonLd, known, monthFirst(facts.language, known), facts);
        rest(meta, jsonLd, facts);
        return facts;
    }

    private static boolean monthFirst(@Nullable String language, String url) {
        return language != null
                && (language.equals("en-US")
                        || (language.equals("en")
                                && !url.contains(".uk/")
                                && !url.contains(".au/")
                                && !url.contains(".in/")
                                && !url.contains(".nz/")
                                && !url.contains(".ie/")
                                && !url.contains(".za/")));
    }

    private static void canonical(Outline outline, MetaTags meta, JsonLd jsonLd, String url, Facts facts) {
        List<Found> found = new ArrayList<>();
        for (Element link : outline.sightings().links) {
            if (link.attr("rel").equalsIgnoreCase("canonical"))
                add(
                        found,
                        "link",
                        "link[rel=canonical]",
                        Url.absolute(outline.document().baseUri(), link.attr("href")));
        }
        for (Found f : meta.found("og:url")) add(found, f.source(), f.path(), f.value());
        add(found, "json-ld", "$.url", jsonLd.isArticle() ? jsonLd.articleText("url") : null);
        Found best = null;
        for (Found f : found) if (best == null && Url.plausibleCanonical(f.value(), url)) best = f;
        if (best != null) facts.canonicalUrl = facts.take("canonicalUrl", best, found);
    }

    private static void add(List<Found> found, String source, @Nullable String path, @Nullable String value) {
        if (value != null && !value.isBlank()) found.add(new Found(source, path, value.strip()));
    }

    private static List<String> siteNames(MetaTags meta, JsonLd jsonLd) {
        List<Found> found = new ArrayList<>(meta.found(
                "og:site_name",
                "application-name",
                "publisher",
                "copyright",
                "al:ios:app_name",
                "apple-mobile-web-app-title",
                "twitter:site"));
        publishers(jsonLd, found);
        return found.stream()
                .map(Found::value)
                .filter(name -> name.length() < 60)
                .toList();
    }

    private static void publishers(JsonLd jsonLd, List<Found> found) {
        for (var node : jsonLd.articleNodes("publisher")) {
            add(
                    found,
                    "json-ld",
                    "$.publisher.name",
                    node.isObject() ? JsonLd.text(node.get("name")) : JsonLd.text(node));
        }
        for (String type : new String[] {"WebSite", "NewsMediaOrganization", "Organization"}) {
            for (String name : jsonLd.texts(type, "name")) add(found, "json-ld", "$.name", name);
        }
    }

    private static void site(MetaTags meta, JsonLd jsonLd, Facts facts) {
        List<Found> found = new ArrayList<>(meta.found("og:site_name", "application-name", "al:ios:app_name"));
        publishers(jsonLd, found);
        facts.siteName = facts.take("siteName", found);
    }

    private static void language(Outline outline, MetaTags meta, JsonLd jsonLd, Facts facts) {
        List<Found> found = facts.languages;
        Element html = outline.document().firstElementChild();
        String tag = html == null ? "" : html.attr("lang").isEmpty() ? html.attr("xml:lang") : html.attr("lang");
        addTag(found, "html", "html[lang]", tag);
        addTag(found, "json-ld", "$.inLanguage", jsonLd.articleText("inLanguage"));
        for (Found f : meta.found("og:locale", "content-language", "language", "dc.language"))
            addTag(found, f.source(), f.path(), f.value());
        facts.language = facts.take("language", found);
    }

    /** Language tags as BCP 47 writes them; what is none is left out. */
    private static void addTag(List<Found> found, String source, @Nullable String path, @Nullable String raw) {
        if (raw == null) return;
        String tag = Locale.forLanguageTag(raw.strip().replace('_', '-')).toLanguageTag();
        if (LANGUAGE.matcher(tag).matches() && !tag.equals("und") && tag.length() <= 12)
            found.add(new Found(source, path, tag));
    }

    private static void rest(MetaTags meta, JsonLd jsonLd, Facts facts) {
        List<Found> descriptions = new ArrayList<>(meta.found("og:description", "description", "twitter:description"));
        add(descriptions, "json-ld", "$.description", jsonLd.articleText("description"));
        facts.description = descriptions.isEmpty() ? null : descriptions.get(0).value();
        List<Found> sections = new ArrayList<>();
        add(sections, "json-ld", "$.articleSection", jsonLd.articleText("articleSection"));
        sections.addAll(meta.found("article:section", "section", "parsely-section"));
        facts.section = facts.take("section", sections);
        tags(meta, jsonLd, facts);
        free(meta, jsonLd, facts);
        List<Found> images = meta.found("og:image", "og:image:secure_url", "twitter:image");
        facts.leadImage = images.isEmpty() ? null : images.get(0).value();
        facts.articleBody = jsonLd.articleLines("articleBody");
        kind(meta, jsonLd, facts);
    }

    private static void free(MetaTags meta, JsonLd jsonLd, Facts facts) {
        List<Found> found = new ArrayList<>();
        for (var node : jsonLd.articleNodes("isAccessibleForFree")) {
            if (node.isBoolean() || node.isTextual()) add(found, "json-ld", "$.isAccessibleForFree", node.asText());
        }
        for (Found tier : meta.found("article:content_tier"))
            if (TIER.matcher(tier.value()).matches()) found.add(tier);
        String value = facts.take("accessibleForFree", found);
        if (value != null) facts.accessibleForFree = YES.matcher(value).matches();
    }

    private static void kind(MetaTags meta, JsonLd jsonLd, Facts facts) {
        String type = String.valueOf(meta.first("og:type"));
        facts.isArticle = jsonLd.isArticle() || type.equals("article");
        facts.video = type.startsWith("video") || jsonLd.hasType("VideoObject");
        facts.gallery = jsonLd.hasType("ImageGallery") || jsonLd.hasType("MediaGallery");
        if (jsonLd.articleIs("LiveBlogPosting")) facts.pageType = "liveblog";
    }

    private static void tags(MetaTags meta, JsonLd jsonLd, Facts facts) {
        Map<String, Found> found = new LinkedHashMap<>();
        for (Found f : meta.found("article:tag")) split(f, found);
        for (var node : jsonLd.articleNodes("keywords")) {
            String text = JsonLd.text(node.isObject() ? node.get("name") : node);
            if (text != null) split(new Found("json-ld", "$.keywords", text), found);
        }
        if (found.isEmpty())
            for (Found f : meta.found("news_keywords", "keywords", "parsely-tags", "sailthru.tags")) split(f, found);
        if (found.isEmpty()) return;
        found.values().stream().limit(MOST_TAGS).forEach(f -> facts.tags.add(f.value()));
        facts.take("tags", new ArrayList<>(found.values()));
    }

    private static void split(Found f, Map<String, Found> found) {
        for (String part : COMMA.split(f.value())) {
            String tag = Whitespace.fold(part);
            if (!tag.isEmpty() && tag.length() <= LONGEST_TAG)
                found.putIfAbsent(Key.of(tag), new Found(f.source(), f.path(), tag));
        }
    }
}
