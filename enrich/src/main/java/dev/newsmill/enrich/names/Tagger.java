package dev.newsmill.enrich.names;

import dev.newsmill.enrich.text.Tokens;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Labels the tokens of a text with a linear-chain model. Immutable and thread-safe. */
public final class Tagger {
    private final WordClusters clusters;
    private final Weights weights;

    /** @param type index into {@link Labels#CLASSES} */
    public record Span(int type, int first, int last) {}

    private Tagger(WordClusters clusters, Weights weights) {
        this.clusters = clusters;
        this.weights = weights;
    }

    /** Reads the model: clusters, then weights, in one stream. */
    public static Tagger read(InputStream in) throws IOException {
        InputStream data = new BufferedInputStream(new GZIPInputStream(in, 1 << 16), 1 << 16);
        WordClusters clusters = WordClusters.read(data);
        return new Tagger(clusters, Weights.read(data));
    }

    static Tagger load() {
        try (@Nullable InputStream in = Tagger.class.getResourceAsStream("names.model")) {
            if (in == null) throw new IllegalStateException("no names.model beside " + Tagger.class.getName());
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read names.model", e);
        }
    }

    /** The labels of all tokens. */
    byte[] labels(Tokens tokens) {
        Words words = new Words(tokens, clusters);
        Features features = new Features(words);
        Viterbi viterbi = new Viterbi(weights);
        int[] scores = new int[tokens.size() * Labels.COUNT];
        byte[] labels = new byte[tokens.size()];
        for (int s = 0; s < tokens.sentenceCount(); s++) {
            int begin = tokens.sentenceBegin(s);
            int end = tokens.sentenceEnd(s);
            features.sentence(begin, end);
            for (int i = begin; i < end; i++) {
                weights.score(features.found(), features.find(i), scores, i * Labels.COUNT);
            }
            viterbi.decode(scores, begin, end, labels);
        }
        return labels;
    }

    /** The names in a text, by begin. */
    public List<Span> tag(Tokens tokens) {
        byte[] labels = labels(tokens);
        List<Span> spans = new ArrayList<>();
        int first = -1;
        for (int i = 0; i < labels.length; i++) {
            if (Labels.begins(labels[i])) first = i;
            if (Labels.ends(labels[i])) spans.add(new Span(Labels.type(labels[i]), first, i));
        }
        return spans;
    }
}
