package dev.newsmill.app.replay;

import dev.newsmill.message.Page;
import dev.newsmill.stage.Answer;
import dev.newsmill.stage.Offer;
import dev.newsmill.stage.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Small news pages, numbered, on three hosts. Each is an article of three paragraphs to the cleaner. */
public final class Stories {
    private static final Instant FETCHED = Instant.parse("2026-03-04T05:06:07Z");
    private static final List<String> HOSTS = List.of("north.example", "south.example", "west.example");
    private static final List<String> TOWNS = List.of("Porto", "Krakow", "Bilbao", "Odense", "Linz");

    private Stories() {}

    public static String url(int number) {
        return "https://" + HOSTS.get(number % HOSTS.size()) + "/story-" + number;
    }

    /** Offers of the pages with the numbers {@code from} to {@code to}, the last one not among them. */
    public static Iterator<Offer> offers(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> offer(number, FETCHED, "for years"))
                .iterator();
    }

    /** A page that was fetched then, and says how long people waited. */
    public static Offer offer(int number, Instant fetched, String waited) {
        byte[] body = html(number, waited).getBytes(StandardCharsets.UTF_8);
        Page page = Page.of(url(number), body, fetched, Map.of("content-type", "text/html; charset=utf-8"));
        return new Offer(page.url(), new Answer.Of<>(Outcome.emit(page)));
    }

    private static String html(int number, String waited) {
        return """
                <!doctype html><html lang="en"><head><title>%1$s gets bridge %2$d</title>
                <meta property="article:published_time" content="2026-03-03"></head><body>
                <nav><a href="/">Home</a> <a href="/politics">Politics</a></nav>
                <article><h1>%1$s gets bridge %2$d</h1>
                <p>The city of %1$s has opened its bridge number %2$d to cyclists on Tuesday, a crossing that people
                on both banks of the river had asked for %3$s and had nearly given up hoping for.</p>
                <p>"My way to work is twenty minutes shorter now," said a nurse who was among the first to cross, and
                who had brought a cake with %2$d candles for the workers of the night shift.</p>
                <p>The mayor called the bridge a promise kept, and said that the ferry, which is older than the railway,
                would go on for those who like it better that way.</p></article>
                <footer>All rights reserved</footer></body></html>
                """.formatted(TOWNS.get(number % TOWNS.size()), number, waited);
    }
}
