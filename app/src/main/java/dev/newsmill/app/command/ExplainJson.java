package dev.newsmill.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newsmill.clean.Explanation;
import dev.newsmill.message.Article;
import dev.newsmill.message.Json;
import dev.newsmill.message.Page;
import dev.newsmill.stage.Outcome;

/** An explanation for machines: {@code newsmill.explain/1}. */
final class ExplainJson {
    private ExplainJson() {}

    static ObjectNode of(Page page, Explanation explanation) {
        ObjectNode json = Json.shared()
                .createObjectNode()
                .put("schema", "newsmill.explain/1")
                .put("url", page.url());
        outcome(json, explanation.outcome());
        ObjectNode fields = json.putObject("fields");
        JsonNode article = article(explanation.outcome());
        explanation.evidence().forEach((field, evidence) -> {
            ObjectNode one = fields.putObject(field);
            if (article.has(field)) one.set("value", article.get(field));
            one.setAll((ObjectNode) Json.shared().valueToTree(evidence));
        });
        json.set("parts", Json.shared().valueToTree(explanation.parts()));
        return json;
    }

    private static void outcome(ObjectNode json, Outcome<Article> outcome) {
        if (outcome instanceof Outcome.Drop<Article> drop)
            json.put("outcome", "dropped").put("reason", drop.reason()).put("detail", drop.detail());
        else json.put("outcome", "emitted");
    }

    static JsonNode article(Outcome<Article> outcome) {
        return outcome instanceof Outcome.Emit<Article> emit
                ? Json.shared().valueToTree(emit.value())
                : Json.shared().createObjectNode();
    }
}
