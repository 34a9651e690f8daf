package dev.newsmill.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newsmill.stage.Answer;
import dev.newsmill.stage.Offer;
import dev.newsmill.stage.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
    private static final IngestOptions OPTIONS = IngestOptions.defaults();

    @TempDir
    Path folder;

    @Test
    void readsTheInputsInTheirOrder() throws IOException {
        Path b = Files.writeString(folder.resolve("b.html"), "<p>b");
        Path a = Files.writeString(folder.resolve("a.txt"), "Some text");
        assertThat(Read.all(OPTIONS, b.toString(), a.toString()).stream().map(Offer::place))
                .containsExactly(b.toString(), a.toString());
    }

    @Test
    void saysWhatWouldBeAccepted() {
        assertThatThrownBy(() -> Read.all(OPTIONS, "nothing.html"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "no file or folder 'nothing.html'. Accepted: a folder of pages; an http or https URL; a list of"
                                + " those, one a line (.list .urls, a .txt that holds nothing else, or - for stdin); a page (.html"
                                + " .htm .xhtml .txt, also with .gz)");
    }

    @Test
    void namesAUrlThatNobodyReads() {
        assertThatThrownBy(() -> Read.all(OPTIONS, "ftp://news.example/a"))
                .hasMessageStartingWith("no source reads 'ftp://news.example/a'");
    }

    @Test
    void survivesInputsThatAreNoPaths() {
        assertThatThrownBy(() -> Read.all(OPTIONS, "a\0b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Read.all(OPTIONS, "file:relative")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Read.all(OPTIONS, "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void opensNothingWhereOneInputIsUnknown() {
        Recorded source = new Recorded("ok");
        try (Sources sources = Sources.of(OPTIONS, List.of(source))) {
            assertThatThrownBy(() -> sources.open(List.of("ok", "unknown"))).hasMessageContaining("'unknown'");
        }
        assertThat(source.log).isEmpty();
    }

    @Test
    void opensEachInputWhenTheOneBeforeIsClosed() {
        Recorded source = new Recorded("ok");
        try (Sources sources = Sources.of(OPTIONS, List.of(source));
                Offers offers = sources.open(List.of("ok1", "ok2"))) {
            offers.forEachRemaining(offer -> {});
        }
        assertThat(source.log).containsExactly("open ok1", "close ok1", "open ok2", "close ok2");
    }

    @Test
    void closesWhatIsOpenWhenItIsLeftEarly() {
        Recorded source = new Recorded("ok");
        try (Sources sources = Sources.of(OPTIONS, List.of(source));
                Offers offers = sources.open(List.of("ok1", "ok2"))) {
            offers.next();
        }
        assertThat(source.log).containsExactly("open ok1", "close ok1");
    }

    @Test
    void anInputThatDoesNotOpenIsAnOfferAndTheNextFollows() {
        Recorded source = new Recorded("");
        assertThat(said(source, "unopenable", "ok")).containsExactly("failed cannot open", "drop seen: null");
    }

    @Test
    void anInputThatBreaksIsAnOfferAndTheNextFollows() {
        Recorded source = new Recorded("");
        assertThat(said(source, "breaking", "ok")).containsExactly("failed broken", "drop seen: null");
        assertThat(source.log).contains("close breaking");
    }

    @Test
    void asksSourcesInTheirOrder() {
        Recorded first = new Recorded("");
        try (Sources sources = Sources.of(OPTIONS, List.of(new FileSource(), first));
                Offers offers = sources.open(List.of(folder.resolve("x").toString()))) {
            assertThat(Read.said(offers.next())).isEqualTo("drop seen: null");
        }
    }

    @Test
    void hasNothingAfterTheLastOffer() {
        try (Sources sources = Sources.load(OPTIONS);
                Offers offers = sources.open(List.of())) {
            assertThatThrownBy(offers::next).isInstanceOf(NoSuchElementException.class);
        }
    }

    @Test
    void doesNotEstimateWhatIsReadFromStdin() {
        try (Sources sources = Sources.load(OPTIONS)) {
            assertThat(sources.estimate(List.of("https://news.example/", "-"))).isEmpty();
        }
    }

    @Test
    void refusesALimitThatNoArrayHolds() {
        assertThatThrownBy(() -> OPTIONS.withMaxBodyBytes(Integer.MAX_VALUE)).hasMessageContaining("largest page");
    }

    private static List<String> said(Source source, String... inputs) {
        try (Sources sources = Sources.of(OPTIONS, List.of(source));
                Offers offers = sources.open(List.of(inputs))) {
            List<String> said = new ArrayList<>();
            offers.forEachRemaining(offer -> said.add(Read.said(offer)));
            return said;
        }
    }

    /** Claims what starts with a prefix, has one offer for it, and notes what is done to it. */
    private static final class Recorded implements Source {
        private final String prefix;
        private final List<String> log = new ArrayList<>();

        Recorded(String prefix) {
            this.prefix = prefix;
        }

        @Override
        public String name() {
            return "recorded";
        }

        @Override
        public String accepts() {
            return prefix;
        }

        @Override
        public boolean claims(String input) {
            return input.startsWith(prefix);
        }

        @Override
        public Offers open(String input, Sources sources) throws IOException {
            if (input.equals("unopenable")) throw new IOException("cannot open");
            log.add("open " + input);
            return new Offers() {
                private boolean done;

                @Override
                public boolean hasNext() {
                    return !done;
                }

                @Override
                public Offer next() {
                    if (input.equals("breaking")) throw new IllegalStateException("broken");
                    done = true;
                    return new Offer(input, new Answer.Of<>(Outcome.drop("seen")));
                }

                @Override
                public void close() {
                    log.add("close " + input);
                }
            };
        }
    }
}
