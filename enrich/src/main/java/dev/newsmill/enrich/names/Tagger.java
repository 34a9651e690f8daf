package dev.newsmill.enrich.names;

import dev.newsmill.enrich.text.Tokens;
import dev.newsmill.enrich.text.WordList;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Labels the tokens of a text with a linear-chain model, in two passes: sentence by sentence, and then again with what
 * the first pass found in the whole text. Immutable and thread-safe.
 */
public final class Tagger {
    /** Tokens that are looked at together: more than any article has, and a few megabytes of memory. */
    private static final int PART = 20_000;

    private static final int PEOPLE = Labels.CLASSES.indexOf("NORP");
    /** Part of the people's name, as in "Eastern European", in nearly all texts that the model has learnt from. */
    private static final WordList DIRECTIONS = WordList.of(
            "Central",
            "East",
            "Eastern",
            "Latin",
            "North",
            "Northern",
            "South",
            "Southeast",
            "Southern",
            "West",
            "Western");

    private final WordClusters clusters;
    private final Weights first;
    private final float trust;
    private final @Nullable Weights second;

    /** @param type index into {@link Labels#CLASSES} */
    public record Span(int type, int first, int last) {}

    private Tagger(WordClusters clusters, Weights first, float trust, @Nullable Weights second) {
        this.clusters = clusters;
        this.first = first;
        this.trust = trust;
        this.second = second;
    }

    /** Reads a model: clusters, how far the second pass trusts the first (0 without one), and weights for each. */
    public static Tagger read(InputStream in) throws IOException {
        ByteBuffer data = ByteBuffer.wrap(new GZIPInputStream(in, 1 << 16).readAllBytes());
        WordClusters clusters = WordClusters.read(data);
        float trust = data.getFloat();
        Weights first = Weights.read(data);
        return new Tagger(clusters, first, trust, trust > 0 ? Weights.read(data) : null);
    }

    static Tagger load() {
        try (@Nullable InputStream in = Tagger.class.getResourceAsStream("names.model")) {
            if (in == null) throw new IllegalStateException("no names.model beside " + Tagger.class.getName());
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read names.model", e);
        }
    }

    public FirstPass first(Tokens tokens) {
        return new FirstPass(tokens, clusters, first);
    }

    /** The names in a text, by begin. A very long text is taken in parts. */
    public List<Span> tag(Tokens tokens) {
        List<Span> spans = new ArrayList<>();
        int sentence = 0;
        while (sentence < tokens.sentenceCount()) {
            int end = sentence + 1;
            int first = tokens.sentenceBegin(sentence);
            while (end < tokens.sentenceCount() && tokens.sentenceEnd(end) - first <= PART) end++;
            boolean whole = sentence == 0 && end == tokens.sentenceCount();
            addSpans(tokens, labels(whole ? tokens : tokens.part(sentence, end)), first, spans);
            sentence = end;
        }
        return spans;
    }

    private byte[] labels(Tokens tokens) {
        FirstPass pass = first(tokens);
        return second == null ? pass.labels() : again(tokens, pass, second);
    }

    private static void addSpans(Tokens tokens, byte[] labels, int shift, List<Span> spans) {
        int begin = -1;
        int end = -1;
        for (int i = 0; i < labels.length; i++) {
            if (Labels.begins(labels[i])) begin = i + shift;
            if (!Labels.ends(labels[i])) continue;
            int type = Labels.type(labels[i]);
            boolean directed = type == PEOPLE && begin - 1 > end && DIRECTIONS.contains(tokens.word(begin - 1));
            end = i + shift;
            spans.add(new Span(type, directed ? begin - 1 : begin, end));
        }
    }

    private byte[] again(Tokens tokens, FirstPass pass, Weights weights) {
        Consistency consistency = pass.consistency();
        Viterbi viterbi = new Viterbi(weights);
        int[] scores = pass.damped(trust);
        byte[] labels = new byte[tokens.size()];
        for (int s = 0; s < tokens.sentenceCount(); s++) {
            int begin = tokens.sentenceBegin(s);
            int end = tokens.sentenceEnd(s);
            for (int i = begin; i < end; i++) {
                weights.add(consistency.found(), consistency.find(i, begin, end), scores, i * Labels.COUNT);
            }
            viterbi.decode(scores, begin, end, labels);
        }
        return labels;
    }
}
