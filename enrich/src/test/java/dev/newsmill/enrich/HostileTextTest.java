package dev.newsmill.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.message.Article;
import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.message.EntityMention;
import dev.newsmill.message.Quote;
import dev.newsmill.message.Timex;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that no paper prints. The time limit is far above what linear work takes, and far below anything else. */
class HostileTextTest {
    private static final Enricher ENRICHER = Enricher.load(Set.of());
    private static final Map<String, String> TEXTS = texts();

    @ParameterizedTest
    @MethodSource("names")
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void isReadWithRightOffsets(String name) {
        String text = TEXTS.getOrDefault(name, "");
        EnrichedArticle enriched = ENRICHER.enrich(Article.ofText("1", "text:1", text, "2021-11-04"));
        for (EntityMention mention : enriched.mentions()) {
            assertThat(text.substring(mention.begin(), mention.end()).equals(mention.text()))
                    .isTrue();
        }
        for (Quote quote : enriched.quotes()) {
            assertThat(text.substring(quote.begin(), quote.end()).equals(quote.text()))
                    .isTrue();
        }
        for (Timex timex : enriched.timexes()) {
            assertThat(text.substring(timex.begin(), timex.end()).equals(timex.text()))
                    .isTrue();
        }
    }

    static Stream<String> names() {
        return TEXTS.keySet().stream();
    }

    private static Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        texts.put("nothing", "");
        texts.put("white space", " \u00a0\u2003\n\t".repeat(200_000));
        texts.put("ten megabytes without a space", "Abcdefghij".repeat(1_000_000));
        texts.put("a million digits", "1234567890".repeat(100_000));
        texts.put("only punctuation", "?!,.;:-\u2014'\"()[]{}".repeat(20_000));
        texts.put("opening quotation marks", "\u201c\u201e\u00ab\u2018'".repeat(10_000));
        texts.put("opening quotation marks and words", "\u201cA b ".repeat(10_000));
        texts.put("words in quotation marks", "\u201cWe go and we stay,\u201d Lund said ".repeat(10_000));
        texts.put("commas and verbs of saying", "Lund, said, ".repeat(10_000));
        texts.put(
                "right to left",
                "\u0642\u0627\u0644 \u0627\u0644\u0631\u0626\u064a\u0633 \u202e\u05e9\u05dc\u05d5\u05dd "
                        .repeat(10_000));
        texts.put("combining marks", "Zo\u0308\u0301\u0302e\u0301 ".repeat(10_000) + "\u0301".repeat(200_000));
        texts.put("lone surrogates", "\ud83d A\udc00b \ud83d\ud83d\udc00 ".repeat(10_000));
        texts.put("ideographs", "\u5317\u4eac\u300c\u4f60\u597d\u300d\uff0c".repeat(10_000));
        texts.put("a capital each", "A B C D E F G H ".repeat(10_000));
        texts.put("a surname and many first names", manyNames());
        texts.put("a weekday again and again", "Monday ".repeat(20_000));
        texts.put("numbers and units", "two and a half ".repeat(10_000) + "years ago");
        texts.put("ranges without an end", "from May 3 to ".repeat(10_000));
        texts.put("according to nobody", "According to ".repeat(20_000) + "Lund, ");
        texts.put("particles of surnames", "Anna van der de la ".repeat(10_000));
        texts.put("brackets in brackets", "Acme (AC (A (".repeat(10_000));
        texts.put("full stops", "U.S.A. p.m. Mr. ".repeat(20_000));
        texts.put("line breaks", "A\n\nLund said\n".repeat(20_000));
        texts.put("bidirectional overrides", "\u202eLund\u202c \u2066met\u2069 \u200fAnna\u200e ".repeat(10_000));
        texts.put("full-width letters and digits", "\uff21\uff42\uff43 \uff12\uff10\uff12\uff11 ".repeat(10_000));
        texts.put("letters outside the basic plane", "\ud835\udc00\ud835\udc01 ".repeat(20_000));
        texts.put("one word of a surrogate's half", "\ud83d".repeat(100_000));
        texts.put("noise", noise());
        return texts;
    }

    private static String manyNames() {
        StringBuilder text = new StringBuilder();
        Random random = new Random(1);
        for (int i = 0; i < 5_000; i++) {
            text.append("Mr ")
                    .append((char) ('A' + random.nextInt(26)))
                    .append("na")
                    .append(Integer.toString(i, 26));
            text.append(" Lund met Lund. ");
        }
        return text.toString();
    }

    private static String noise() {
        Random random = new Random(2);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 100_000; i++) text.append((char) random.nextInt(0x10000));
        return text.toString();
    }
}
