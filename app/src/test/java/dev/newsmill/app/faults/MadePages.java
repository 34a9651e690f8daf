package dev.newsmill.app.faults;

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

/** Small news pages, numbered; each has a URL of its own and is an article to the cleaner. */
final class MadePages {
    private static final Instant FETCHED = Instant.parse("2026-03-04T05:06:07Z");
    private static final List<String> TOWNS = List.of("Lisbon", "Turin", "Gdansk", "Bergen", "Graz", "Ghent", "Cork");
    private static final List<String> THINGS = List.of("tram line", "library", "covered market", "lock", "river bath");

    private MadePages() {}

    static Page page(int number) {
        return page(url(number), html(number));
    }

    /** A page with any body. */
    static Page page(String url, String html) {
        return page(url, html.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8");
    }

    static Page page(String url, byte[] body, String contentType) {
        return Page.of(url, body, FETCHED, Map.of("content-type", contentType));
    }

    static String url(int number) {
        return "https://news.example/" + number % 7 + "/story-" + number;
    }

    /** Offers of the pages with the numbers {@code from} to {@code to}, the last one not among them. */
    static Iterator<Offer> offers(int from, int to) {
        return IntStream.range(from, to).mapToObj(n -> offer(page(n))).iterator();
    }

    static Offer offer(Page page) {
        return new Offer(page.url(), new Answer.Of<>(Outcome.emit(page)));
    }

    static String html(int number) {
        String town = TOWNS.get(number % TOWNS.size());
        String thing = THINGS.get(number % THINGS.size());
        return """
                <!doctype html><html lang="en"><head><title>%1$s opens its %2$s number %3$d</title></head><body>
                <nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
                <article><h1>%1$s opens its %2$s number %3$d</h1>
                <p>The people of %1$s queued in the rain on Monday to see the new %2$s, the one with the number %3$d,
                which the council had promised them for eleven years and paid for in three.</p>
                <p>"We had stopped believing in it," said a baker from across the street, who gave away %3$d rolls
                before noon and then closed the shop to take a look at the %2$s herself.</p>
                <p>The council expects that it will serve four thousand people a day by the end of the year, and has set
                aside money for a second one on the other bank of the river.</p></article>
                <footer>All rights reserved</footer></body></html>
                """.formatted(town, thing, number);
    }
}
