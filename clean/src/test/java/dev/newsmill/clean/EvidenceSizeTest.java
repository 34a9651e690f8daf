package dev.newsmill.clean;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newsmill.message.Article;
import dev.newsmill.message.Json;
import dev.newsmill.stage.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Evidence says why, and must stay small beside what it is about. */
class EvidenceSizeTest {
    private static final int RECORDS = 40;

    @Test
    void makesCompressedRecordsAtMostAQuarterLarger() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        ByteArrayOutputStream bare = new ByteArrayOutputStream();
        try (GZIPOutputStream wholes = new GZIPOutputStream(whole);
                GZIPOutputStream bares = new GZIPOutputStream(bare)) {
            for (int i = 0; i < RECORDS; i++) {
                ObjectNode article = Json.shared().valueToTree(article(i));
                wholes.write(Json.shared().writeValueAsBytes(article));
                bares.write(Json.shared().writeValueAsBytes(article.remove(List.of("evidence", "removed"))));
            }
        }
        assertThat(whole.size()).isLessThan(bare.size() * 5 / 4);
    }

    /** An article of a usual length; no sentence stands in two of them. */
    private static Article article(int number) {
        StringBuilder html = new StringBuilder("<html lang=en><head><title>Report ")
                .append(number)
                .append(" of the harbour - Lakeside Post</title><meta property=og:title content=\"Report ")
                .append(number)
                .append(
                        " of the harbour\"><meta name=author content=\"Ida Holm\"></head><body><nav><a href=/>Home</a></nav><article><h1>Report ")
                .append(number)
                .append(" of the harbour</h1><p class=byline>By Ida Holm</p>");
        java.util.Random random = new java.util.Random(number);
        for (int p = 0; p < 14; p++)
            html.append("<p>").append(Words.sentences(random, 3)).append("</p>");
        html.append("<p class=newsletter>Sign up for our newsletter.</p></article></body></html>");
        return ((Outcome.Emit<Article>) new Cleaner(CleanOptions.DEFAULT, null).clean(Pages.page(html.toString())))
                .value();
    }

    /** Made-up prose. */
    private static final class Words {
        private static final String[] SYLLABLES = {
            "ba", "ker", "lo", "min", "ta", "ris", "on", "vel", "du", "sen", "ga", "pil", "or", "the", "an", "st"
        };

        static String sentences(java.util.Random random, int count) {
            StringBuilder text = new StringBuilder();
            for (int s = 0; s < count; s++) {
                text.append("The ");
                for (int w = 0; w < 16; w++) text.append(word(random)).append(w == 7 ? ", " : " ");
                text.setLength(text.length() - 1);
                text.append(". ");
            }
            return text.toString();
        }

        private static String word(java.util.Random random) {
            StringBuilder word = new StringBuilder();
            for (int i = 0; i <= random.nextInt(3); i++) word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
            return word.toString();
        }
    }
}
