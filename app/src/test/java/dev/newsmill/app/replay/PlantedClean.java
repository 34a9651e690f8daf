package dev.newsmill.app.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newsmill.clean.CleanStage;
import dev.newsmill.message.Article;
import dev.newsmill.message.Json;
import dev.newsmill.message.Page;
import dev.newsmill.stage.Outcome;
import dev.newsmill.stage.Stage;
import dev.newsmill.stage.StageProvider;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Another build of the cleaner: of the pages with the numbers 0 to 19, modulo 40, each is cleaned differently, by a rule
 * or a source of its own. The first twelve lose their last paragraph, the others have another headline.
 */
public final class PlantedClean implements StageProvider<Page, Article> {
    static final int CHANGES = 20;

    private static final int OF_PAGES = 40;
    private static final int BY_RULE = 12;
    private static final Pattern NUMBER = Pattern.compile(".*-(\\d+)");

    @Override
    public String name() {
        return "clean";
    }

    @Override
    public String version() {
        return "0.9";
    }

    @Override
    public Class<Page> input() {
        return Page.class;
    }

    @Override
    public Class<Article> output() {
        return Article.class;
    }

    @Override
    public Stage<Page, Article> open(Map<String, String> options) {
        Stage<Page, Article> real = new CleanStage().open(options);
        return page -> {
            Outcome<Article> outcome = real.apply(page);
            int change = change(page.url());
            return outcome instanceof Outcome.Emit<Article> emit && change < CHANGES
                    ? Outcome.emit(planted(emit.value(), change))
                    : outcome;
        };
    }

    /** What happens to the page of this URL: 0 to 19 for one of the changes, more for none. */
    public static int change(String url) {
        Matcher number = NUMBER.matcher(url);
        return number.matches() ? Integer.parseInt(number.group(1)) % OF_PAGES : OF_PAGES;
    }

    private static Article planted(Article article, int change) throws IOException {
        ObjectNode json = Json.shared().valueToTree(article);
        if (change < BY_RULE) withoutLastParagraph(json, change);
        else withOtherHeadline(json, change);
        return Json.shared().treeToValue(json, Article.class);
    }

    private static void withoutLastParagraph(ObjectNode json, int change) {
        ArrayNode blocks = (ArrayNode) json.get("blocks");
        JsonNode last = blocks.remove(blocks.size() - 1);
        int end = blocks.get(blocks.size() - 1).get("end").asInt();
        json.put("text", json.get("text").asText().substring(0, end));
        json.withArray("removed")
                .addObject()
                .put("path", "article > p:last-child")
                .put("reason", "planted-" + change)
                .put("chars", last.get("text").asText().length());
    }

    private static void withOtherHeadline(ObjectNode json, int change) {
        json.put("headline", json.get("headline").asText() + ", after all");
        ((ObjectNode) json.withObject("/evidence").withObject("/headline")).put("source", "planted-" + change);
    }
}
