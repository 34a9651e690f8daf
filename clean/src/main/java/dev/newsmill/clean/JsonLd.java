package dev.newsmill.clean;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** What the page's JSON-LD says: the nodes of all its scripts. Broken scripts are read as far as they can be. */
final class JsonLd {
    private static final Set<String> ARTICLES = Set.of(
            "Article",
            "NewsArticle",
            "BlogPosting",
            "LiveBlogPosting",
            "ReportageNewsArticle",
            "AnalysisNewsArticle",
            "OpinionNewsArticle",
            "BackgroundNewsArticle",
            "ReviewNewsArticle",
            "AskPublicNewsArticle",
            "AdvertiserContentArticle",
            "SatiricalArticle",
            "ScholarlyArticle",
            "TechArticle",
            "Report",
            "SocialMediaPosting",
            "DiscussionForumPosting",
            "Review",
            "Recipe",
            "HowTo");
    private static final Set<String> PAGES = Set.of(
            "WebPage",
            "ItemPage",
            "CreativeWork",
            "VideoObject",
            "NewsVideoObject",
            "QAPage",
            "FAQPage",
            "CollectionPage",
            "MediaGallery",
            "ImageGallery");
    private static final int MOST_NODES = 3000;
    private static final int LONGEST = 2 << 20;
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(100).build())
                    .build())
            .enable(
                    JsonReadFeature.ALLOW_TRAILING_COMMA,
                    JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                    JsonReadFeature.ALLOW_JAVA_COMMENTS,
                    JsonReadFeature.ALLOW_SINGLE_QUOTES,
                    JsonReadFeature.ALLOW_MISSING_VALUES,
                    JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();

    private static final Pattern BREAK = Pattern.compile("(?i)<br ?/?>|</?p>");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]{0,200}>");

    private final List<JsonNode> nodes = new ArrayList<>();
    private final Map<String, JsonNode> byId = new HashMap<>();
    private @Nullable JsonNode article;

    JsonLd(List<Element> scripts) {
        for (Element script : scripts) read(script.data());
        article =
                nodes.stream().filter(node -> typed(node, ARTICLES)).findFirst().orElse(null);
        if (article == null)
            article = nodes.stream()
                    .filter(node -> typed(node, PAGES) && node.hasNonNull("headline"))
                    .findFirst()
                    .orElse(null);
    }

    private void read(String script) {
        String json = unwrapped(script);
        if (json.isEmpty() || json.length() > LONGEST) return;
        JsonNode root = parse(json);
        if (root == null) root = parse(json.replace("\\'", "'").replaceAll("[\\r\\n\\t]+", " "));
        if (root != null) collect(root);
    }

    /** Broken JSON is common in pages and means only that this script says nothing. */
    private static @Nullable JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static String unwrapped(String script) {
        int begin = 0;
        while (begin < script.length() && script.charAt(begin) != '{' && script.charAt(begin) != '[') begin++;
        if (script.startsWith("//<![CDATA[", Math.max(0, begin - 40))) begin = Math.max(begin, script.indexOf('{'));
        int end = script.length();
        while (end > begin && script.charAt(end - 1) != '}' && script.charAt(end - 1) != ']') end--;
        return script.substring(begin, end);
    }

    private void collect(JsonNode root) {
        Deque<JsonNode> open = new ArrayDeque<>();
        open.add(root);
        while (!open.isEmpty() && nodes.size() < MOST_NODES) {
            JsonNode node = open.poll();
            if (node.isObject()) {
                nodes.add(node);
                if (node.hasNonNull("@id"))
                    byId.merge(node.get("@id").asText(), node, (a, b) -> a.size() >= b.size() ? a : b);
            }
            for (String key : new String[] {
                "@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "hasPart", "liveBlogUpdate"
            }) {
                JsonNode child = node.isObject() ? node.get(key) : null;
                if (child != null && child.isContainerNode()) open.add(child);
            }
            if (node.isArray()) node.forEach(open::add);
        }
    }

    private static boolean typed(JsonNode node, Set<String> types) {
        JsonNode type = node.get("@type");
        if (type == null) return false;
        if (type.isArray()) {
            for (JsonNode one : type) if (types.contains(local(one.asText()))) return true;
            return false;
        }
        return types.contains(local(type.asText()));
    }

    private static String local(String type) {
        return type.substring(Math.max(type.lastIndexOf('/'), type.lastIndexOf(':')) + 1);
    }

    /** The node about the article; null if there is none. */
    @Nullable
    JsonNode article() {
        return article;
    }

    boolean isArticle() {
        return article != null && typed(article, ARTICLES);
    }

    boolean hasType(String type) {
        return nodes.stream().anyMatch(node -> typed(node, Set.of(type)));
    }

    boolean articleIs(String type) {
        return article != null && typed(article, Set.of(type));
    }

    /** The nodes under {@code field} of the article, references followed. */
    List<JsonNode> articleNodes(String field) {
        List<JsonNode> found = new ArrayList<>();
        JsonNode value = article == null ? null : article.get(field);
        if (value == null) return found;
        if (value.isArray()) value.forEach(one -> found.add(resolved(one)));
        else found.add(resolved(value));
        return found;
    }

    private JsonNode resolved(JsonNode node) {
        if (!node.isObject() || !node.hasNonNull("@id") || node.size() > 2) return node;
        return byId.getOrDefault(node.get("@id").asText(), node);
    }

    /** The text of {@code field} of the article, entities decoded; null if there is none. */
    @Nullable
    String articleText(String field) {
        return article == null ? null : text(article.get(field));
    }

    /** The text of {@code field} with its line breaks; null if there is none. */
    @Nullable
    String articleLines(String field) {
        JsonNode node = article == null ? null : article.get(field);
        if (node == null || !node.isTextual()) return text(node);
        String lines = BREAK.matcher(node.asText())
                .replaceAll("\n")
                .lines()
                .map(line -> text(TextNode.valueOf(line)))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
        return lines.isEmpty() ? null : lines;
    }

    static @Nullable String text(@Nullable JsonNode node) {
        if (node == null) return null;
        if (node.isArray()) return node.isEmpty() ? null : text(node.get(0));
        if (node.isObject()) return text(node.get("@value"));
        if (!node.isTextual()) return null;
        String text = node.asText();
        if (text.indexOf('&') >= 0) text = Parser.unescapeEntities(text, false);
        if (text.indexOf('<') >= 0) text = TAG.matcher(text).replaceAll(" ");
        String folded = Whitespace.fold(text);
        return folded.isEmpty() ? null : folded;
    }

    /** The values of {@code field} of all nodes of {@code type}. */
    List<String> texts(String type, String field) {
        List<String> found = new ArrayList<>();
        for (JsonNode node : nodes) {
            String value = typed(node, Set.of(type)) ? text(node.get(field)) : null;
            if (value != null) found.add(value);
        }
        return found;
    }
}
