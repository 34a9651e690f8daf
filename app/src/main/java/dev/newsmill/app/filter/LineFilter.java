package dev.newsmill.app.filter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newsmill.message.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;

/**
 * Answers JSON lines with JSON lines: one per line, with its {@code id}, in the order of the input, worked out on
 * several threads, written as soon as they are due. A line that cannot be answered gets an {@code error}.
 */
public final class LineFilter {
    private static final int AHEAD = 8;
    private static final int MAX_LINE_CHARS = 64 << 20;

    private final int threads;
    private final Duration limit;
    private final Work work;

    /** What is done with one line. */
    public interface Work {
        /** The answer, without its id. */
        ObjectNode answer(JsonNode line) throws Exception;
    }

    /** How many lines there were, and how many of them got an error. */
    public record Tally(long lines, long errors) {}

    public LineFilter(int threads, Duration limit, Work work) {
        this.threads = threads;
        this.limit = limit;
        this.work = work;
    }

    /**
     * Answers all lines; empty ones are passed over.
     *
     * @param progress is told how many are answered
     */
    public Tally run(BufferedReader in, PrintWriter out, LongConsumer progress)
            throws IOException, InterruptedException {
        ExecutorService pool = Executors.newCachedThreadPool(LineFilter::thread);
        Deque<Pending> pending = new ArrayDeque<>();
        long lines = 0;
        long errors = 0;
        try {
            String line;
            while ((line = in.readLine()) != null) {
                if (line.isBlank()) continue;
                lines++;
                while (pending.stream().filter(p -> !p.answer.isDone()).count() >= threads
                        || pending.size() >= threads * AHEAD) {
                    errors += write(pending.removeFirst(), out);
                    progress.accept(lines - pending.size());
                }
                String text = line;
                pending.add(new Pending(lines, text, pool.submit(() -> answer(text))));
            }
            while (!pending.isEmpty()) {
                errors += write(pending.removeFirst(), out);
                progress.accept(lines - pending.size());
            }
        } finally {
            pool.shutdownNow();
        }
        out.flush();
        return new Tally(lines, errors);
    }

    private record Pending(long number, String line, Future<ObjectNode> answer) {}

    private ObjectNode answer(String text) throws Exception {
        if (text.length() > MAX_LINE_CHARS) throw new IllegalArgumentException("the line is longer than 64 MB");
        JsonNode line = parse(text);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("id", line.path("id"));
        ObjectNode made = work.answer(line);
        made.remove("id");
        answer.setAll(made);
        return answer;
    }

    private static JsonNode parse(String text) {
        try {
            JsonNode line = Json.shared().readTree(text);
            if (!line.isObject()) throw new IllegalArgumentException("the line is no JSON object");
            if (!line.path("id").isValueNode() || line.path("id").isMissingNode()) {
                throw new IllegalArgumentException("the line has no \"id\"");
            }
            return line;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the line is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private int write(Pending pending, PrintWriter out) throws InterruptedException, JsonProcessingException {
        try {
            out.println(Json.shared().writeValueAsString(pending.answer.get(limit.toMillis(), TimeUnit.MILLISECONDS)));
            return 0;
        } catch (TimeoutException e) {
            pending.answer.cancel(true);
            out.println(error(pending, "not done within " + limit.toSeconds() + " s"));
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            if (cause instanceof OutOfMemoryError memory) throw memory;
            String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
            out.println(error(pending, message));
        }
        return 1;
    }

    private static String error(Pending pending, String message) throws JsonProcessingException {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        try {
            JsonNode id = parse(pending.line).get("id");
            answer.set("id", id);
        } catch (IllegalArgumentException e) {
            answer.putNull("id");
        }
        answer.put("line", pending.number);
        answer.put("error", message);
        return Json.shared().writeValueAsString(answer);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(null, work, "filter", 4L << 20);
        thread.setDaemon(true);
        return thread;
    }
}
