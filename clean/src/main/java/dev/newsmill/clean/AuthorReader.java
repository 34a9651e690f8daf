package dev.newsmill.clean;

import com.fasterxml.jackson.databind.JsonNode;
import dev.newsmill.message.Author;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Finds the people who wrote the article, one each, and the line that names them. */
final class AuthorReader {
    private static final int MOST = 20;
    private final PersonNames names;

    AuthorReader(PersonNames names) {
        this.names = names;
    }

    void read(Outline outline, MetaTags meta, JsonLd jsonLd, Facts facts) {
        List<Found> found = new ArrayList<>();
        Map<String, Author> byKey = new LinkedHashMap<>();
        fromJsonLd(jsonLd, found);
        List<Found> metas = meta.found(
                "author",
                "article:author",
                "dc.creator",
                "parsely-author",
                "sailthru.author",
                "twitter:data1",
                "cxenseparse:author",
                "byl");
        metas.removeIf(f -> f.value().startsWith("http") || f.value().startsWith("@"));
        found.addAll(metas);
        fromPage(outline, found);
        for (Found f : found) {
            if (!byKey.isEmpty()) break;
            for (String name : names.of(f.value(), facts.siteName))
                byKey.putIfAbsent(Key.of(name), new Author(name, link(jsonLd, name)));
            if (!byKey.isEmpty()) winner(f, found, byKey, facts, jsonLd);
        }
        byKey.values().stream().limit(MOST).forEach(facts.authors::add);
    }

    private void winner(Found first, List<Found> found, Map<String, Author> byKey, Facts facts, JsonLd jsonLd) {
        facts.take("authors", first, found);
        for (Found f : found) {
            if (!f.source().equals(first.source()) || !String.valueOf(f.path()).equals(first.path())) continue;
            for (String name : names.of(f.value(), facts.siteName))
                byKey.putIfAbsent(Key.of(name), new Author(name, link(jsonLd, name)));
        }
    }

    private static void fromJsonLd(JsonLd jsonLd, List<Found> found) {
        for (String field : new String[] {"author", "creator"}) {
            for (JsonNode node : jsonLd.articleNodes(field)) {
                String name = node.isObject() ? JsonLd.text(node.get("name")) : JsonLd.text(node);
                if (name != null && !node.path("@type").asText("Person").contains("Organization"))
                    found.add(new Found("json-ld", "$.author", name));
            }
            if (!found.isEmpty()) return;
        }
    }

    private static @Nullable String link(JsonLd jsonLd, String name) {
        for (JsonNode node : jsonLd.articleNodes("author")) {
            if (!node.isObject() || !name.equals(JsonLd.text(node.get("name")))) continue;
            String url = JsonLd.text(node.get("url"));
            return url != null && url.startsWith("http") ? url : null;
        }
        return null;
    }

    private static void fromPage(Outline outline, List<Found> found) {
        for (Element element : outline.sightings().properties) {
            String property = element.attr("itemprop");
            if (property.equals("author") || property.equals("creator"))
                found.add(new Found("microdata", "[itemprop=author]", text(element)));
        }
        for (Element element : outline.sightings().authorLinks)
            found.add(new Found("link", "a[rel=author]", text(element)));
        for (Element element : outline.sightings().bylines) {
            String text = text(element);
            if (text.length() <= 150) found.add(new Found("byline", CssPath.of(element), text));
        }
        found.removeIf(f -> f.value().isEmpty());
    }

    private static String text(Element element) {
        if (element.normalName().equals("meta")) return Whitespace.fold(element.attr("content"));
        StringBuilder text = new StringBuilder();
        for (TextNode node : element.nodeStream(TextNode.class).limit(30).toList()) {
            text.append(node.getWholeText()).append(' ');
            if (text.length() > 400) break;
        }
        return Whitespace.fold(text.toString());
    }
}
