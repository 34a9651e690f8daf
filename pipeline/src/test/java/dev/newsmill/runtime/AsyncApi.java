package dev.newsmill.runtime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newsmill.message.Article;
import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.message.Json;
import dev.newsmill.message.Page;
import dev.newsmill.message.Publication;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the AsyncAPI 3 document: topics, keys, headers and values, by the names that the code uses. */
final class AsyncApi {
    private static final String JSON = "application/json";
    private static final List<String> STAGES = List.of("ingest", "clean", "enrich", "publish");

    private final Topics topics = Topics.DEFAULT;
    private final ObjectNode document = Json.shared().createObjectNode();
    private final ObjectNode channels;
    private final ObjectNode operations;
    private final ObjectNode messages;

    private AsyncApi() {
        document.put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Newsmill")
                .put("version", "1.0")
                .put("description", "The topics of a mill. Headers are those of CloudEvents 1.0 in binary mode.");
        document.put("defaultContentType", JSON);
        channels = document.putObject("channels");
        operations = document.putObject("operations");
        messages = document.putObject("components").putObject("messages");
    }

    static ObjectNode document() {
        AsyncApi api = new AsyncApi();
        api.chain();
        api.ledger();
        api.deadLetters();
        return api.document;
    }

    private void chain() {
        topic(topics.pages(), "page", "Raw pages as they were fetched.", false);
        topic(topics.articles(), "article", "Articles without boilerplate.", false);
        topic(topics.enriched(), "enriched", "Articles with names, dates and quotes.", false);
        topic(topics.published(), "publication", "Revisions of articles, as outlets get them.", true);
        message("page", Page.class, "hash of the normalised URL", null);
        message("article", Article.class, "id of the article", "article.schema.json");
        message("enriched", EnrichedArticle.class, "id of the article", "enriched-article.schema.json");
        message("publication", Publication.class, "id of the article", "publication.schema.json");
        for (int i = 0; i < STAGES.size(); i++) {
            String stage = STAGES.get(i);
            if (i > 0) operation(stage + ".receive", "receive", topics.chain().get(i - 1));
            operation(stage + ".send", "send", topics.chain().get(i));
        }
    }

    private void ledger() {
        topic(topics.ledger(), "receipt", "One receipt per record and stage, in the transaction of its output.", false);
        ObjectNode message = messages.putObject("receipt").put("contentType", JSON);
        message.putObject("payload").put("$ref", "schemas/receipt.schema.json");
        key(message, "id of the page that it all comes from");
        for (String stage : STAGES) operation(stage + ".receipts", "send", topics.ledger());
    }

    private void deadLetters() {
        for (String stage : STAGES) {
            String topic = topics.deadLetters(stage);
            topic(topic, "deadLetter", "Records that " + stage + " could not process, as they came.", false);
            operation(stage + ".deadLetters", "send", topic);
        }
        ObjectNode message = messages.putObject("deadLetter");
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(DeadLetters.TOPIC, "topic that the record was in when it failed first");
        headers.put(DeadLetters.PARTITION, "its partition there");
        headers.put(DeadLetters.OFFSET, "its offset there");
        headers.put(DeadLetters.GROUP, "consumer group of the stage");
        headers.put(DeadLetters.ATTEMPTS, "how often it failed");
        headers.put(DeadLetters.MESSAGE, "message of the error");
        headers.put(DeadLetters.EXCEPTION, "class of the root cause");
        headers.put(DeadLetters.STACK, "stack trace of the root cause, cut");
        headers.put(DeadLetters.EVENT, "stage/partition@offset of the attempt that failed");
        headers(
                message,
                headers,
                List.of(DeadLetters.GROUP, DeadLetters.ATTEMPTS, DeadLetters.EXCEPTION, DeadLetters.EVENT));
        key(message, "key of the record");
    }

    private void message(String name, Class<?> type, String key, @Nullable String schema) {
        ObjectNode message = messages.putObject(name);
        message.put("name", MessageCodec.eventType(type));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(HeaderNames.SPEC_VERSION, "1.0");
        headers.put(
                HeaderNames.ID, type == Page.class ? "<feed>/<number>" : "<stage>/<partition>@<offset> of the input");
        headers.put(HeaderNames.SOURCE, "newsmill/<stage>");
        headers.put(HeaderNames.TYPE, MessageCodec.eventType(type));
        headers.put(HeaderNames.SUBJECT, "URL of the page");
        headers.put(HeaderNames.TIME, "when the page was fetched, RFC 3339");
        headers.put(HeaderNames.CONTENT_TYPE, type == Page.class ? "as HTTP gave it" : JSON);
        headers.put(HeaderNames.TRACE_PARENT, "W3C trace context");
        headers.put(HeaderNames.VERSION, "stage=version of each stage so far, apart by commas");
        if (type == Page.class) {
            headers.put(HeaderNames.HTTP + "status", "status of the HTTP answer");
            headers.put(HeaderNames.HTTP + "url", "URL after redirects");
            headers(message, headers, List.of(HeaderNames.ID, HeaderNames.SUBJECT, HeaderNames.TIME));
            message.putObject("payload").put("description", "the bytes of the HTTP body, undecoded");
        } else {
            headers.put(HeaderNames.ORIGIN, "topic-partition@offset of the page");
            headers.put(HeaderNames.REPLAY, "id of the replay; absent on live records");
            headers(
                    message,
                    headers,
                    List.of(HeaderNames.ID, HeaderNames.SUBJECT, HeaderNames.TIME, HeaderNames.ORIGIN));
            message.put("contentType", JSON);
            message.putObject("payload").put("$ref", "schemas/" + schema);
        }
        key(message, key);
    }

    private void topic(String name, String message, String description, boolean compacted) {
        ObjectNode channel = channels.putObject(name).put("address", name).put("description", description);
        channel.putObject("messages").putObject(message).put("$ref", "#/components/messages/" + message);
        if (!compacted) return;
        ObjectNode kafka = channel.putObject("bindings").putObject("kafka").put("bindingVersion", "0.5.0");
        kafka.putObject("topicConfiguration").putArray("cleanup.policy").add("compact");
    }

    private void operation(String name, String action, String topic) {
        operations.putObject(name).put("action", action).putObject("channel").put("$ref", "#/channels/" + topic);
    }

    private static void headers(ObjectNode message, Map<String, String> headers, List<String> required) {
        ObjectNode schema = message.putObject("headers").put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        headers.forEach(
                (name, text) -> properties.putObject(name).put("type", "string").put("description", text));
        required.forEach(schema.withArray("required")::add);
    }

    private static void key(ObjectNode message, String description) {
        ObjectNode kafka = message.putObject("bindings").putObject("kafka").put("bindingVersion", "0.5.0");
        kafka.putObject("key").put("type", "string").put("description", description);
    }
}
