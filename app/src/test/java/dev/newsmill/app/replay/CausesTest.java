package dev.newsmill.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newsmill.message.Article;
import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.message.EntityMention;
import dev.newsmill.message.Json;
import dev.newsmill.message.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CausesTest {
    private static final String TEXT = "Lisbon has its ferry again. Share this story.";

    @Test
    void namesTheRuleThatRemovesMore() {
        EnrichedArticle after = article("Lisbon has its ferry again.", json -> removed(json, "share", 17));
        assertThat(causes(article(TEXT, json -> {}), after, "text")).containsExactly("rule share removes more");
    }

    @Test
    void namesTheRuleThatRemovesLessAndLeavesOutWhatBothRemove() {
        EnrichedArticle before = article("Lisbon has its ferry again.", json -> {
            removed(json, "navigation", 90);
            removed(json, "share", 17);
        });
        EnrichedArticle after = article(TEXT, json -> removed(json, "navigation", 90));
        assertThat(causes(before, after, "text")).containsExactly("rule share removes less");
    }

    @Test
    void saysSoWhereNoRuleSaysWhy() {
        assertThat(causes(article("a", json -> {}), article("b", json -> {}), "text"))
                .containsExactly("text: the same rules, other text");
    }

    @Test
    void namesTheSourcesOfAField() {
        EnrichedArticle before = article(TEXT, json -> source(json, "headline", "json-ld"));
        EnrichedArticle after = article(TEXT, json -> source(json, "headline", "h1"));
        assertThat(causes(before, after, "headline")).containsExactly("headline: json-ld → h1");
        assertThat(causes(before, before, "headline")).containsExactly("headline: json-ld, read differently");
        assertThat(causes(article(TEXT, json -> {}), after, "headline")).containsExactly("headline: nothing → h1");
    }

    @Test
    void namesTheRuleThatFoundOtherNames() {
        EnrichedArticle before = names(new EntityMention("GPE", 0, 6, "Lisbon", "e1", "gazetteer"));
        EnrichedArticle after = names(new EntityMention("ORG", 0, 6, "Lisbon", "e1", "title-rule"));
        assertThat(causes(before, after, "mentions")).containsExactly("names by gazetteer", "names by title-rule");
    }

    @Test
    void doesNotBlameNamesForAnotherText() {
        EnrichedArticle after = article("Lisbon has its ferry again.", json -> removed(json, "share", 17));
        assertThat(causes(article(TEXT, json -> {}), after, "text", "mentions", "quotes"))
                .containsExactly("rule share removes more");
    }

    @Test
    void saysWhoDropsAnArticle() {
        Verdict dropped = verdict(Verdict.Kind.dropped, article(TEXT, json -> {}), null, "clean: not-an-article");
        assertThat(Causes.of(dropped)).containsExactly("clean: not-an-article");
    }

    @Test
    void aNewArticleIsACauseOfItsOwn() {
        assertThat(Causes.of(verdict(Verdict.Kind.accepted, null, article(TEXT, json -> {}), null)))
                .containsExactly("a new article");
    }

    private static List<String> causes(EnrichedArticle before, EnrichedArticle after, String... changed) {
        return List.copyOf(Causes.of(verdict(Verdict.Kind.changed, before, after, null, changed)));
    }

    private static Verdict verdict(
            Verdict.Kind kind,
            @Nullable EnrichedArticle before,
            @Nullable EnrichedArticle after,
            @Nullable String why,
            String... changed) {
        Origin at = new Origin("pages", 0, 1);
        return new Verdict(at, kind, "id", "https://example.org/", List.of(changed), 1, before, after, why, null, true);
    }

    private static EnrichedArticle names(EntityMention mention) {
        Article article = article(TEXT, json -> {}).article();
        return new EnrichedArticle(
                article, List.of(mention), List.of(), List.of(), List.of(), null, new TreeMap<>(), new TreeMap<>());
    }

    private static EnrichedArticle article(String text, Consumer<ObjectNode> change) {
        ObjectNode json = Json.shared().valueToTree(Article.ofText("id", "https://example.org/", text, null));
        change.accept(json);
        try {
            return Json.shared().treeToValue(json, EnrichedArticle.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void removed(ObjectNode json, String rule, int chars) {
        json.withArray("removed")
                .addObject()
                .put("path", "p." + rule)
                .put("reason", rule)
                .put("chars", chars);
    }

    private static void source(ObjectNode json, String field, String source) {
        json.withObject("/evidence").withObject("/" + field).put("source", source);
    }
}
