package dev.newsmill.publish;

import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.message.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** An enriched article as the archive stores it: JSON, deflated. Nobody may change the bytes. */
record Content(byte[] deflated) {
    private static final int BUFFER = 8192;

    static Content of(EnrichedArticle article) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(BUFFER);
        Deflater deflater = new Deflater();
        try (OutputStream out = new DeflaterOutputStream(bytes, deflater, BUFFER)) {
            out.write(Json.shared().writeValueAsBytes(article));
        } catch (IOException e) {
            throw new UncheckedIOException("no JSON of article " + article.id(), e);
        } finally {
            deflater.end();
        }
        return new Content(bytes.toByteArray());
    }

    EnrichedArticle article() {
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
            return Json.shared().readValue(in, EnrichedArticle.class);
        } catch (IOException e) {
            throw new UncheckedIOException("a revision in the archive is damaged", e);
        }
    }
}
