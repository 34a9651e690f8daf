package dev.newsmill.bench;

import dev.newsmill.enrich.names.Consistency;
import dev.newsmill.enrich.names.Features;
import dev.newsmill.enrich.names.FirstPass;
import dev.newsmill.enrich.names.Labels;
import dev.newsmill.enrich.names.Tagger;
import dev.newsmill.enrich.names.Weights;
import dev.newsmill.enrich.names.WordClusters;
import dev.newsmill.enrich.text.Tokenizer;
import dev.newsmill.enrich.text.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes sentences to learn from out of texts, for either pass of the tagger. */
final class NameExamples {
    private final FeatureRows rows = new FeatureRows();

    /** Finds the features of one token. */
    private interface Extractor {
        int find(int token, int begin, int end);
    }

    FeatureRows rows() {
        return rows;
    }

    /** The features of the first pass that are in the texts at least so often get a row. Returns how many there are. */
    int countFirst(List<Gold> texts, WordClusters clusters, int least) {
        for (Gold text : texts) {
            Tokens tokens = Tokenizer.tokenize(text.text());
            Features features = Features.of(tokens, clusters);
            for (int s = 0; s < tokens.sentenceCount(); s++) {
                features.sentence(tokens.sentenceBegin(s), tokens.sentenceEnd(s));
                for (int i = tokens.sentenceBegin(s); i < tokens.sentenceEnd(s); i++) {
                    count(features.found(), features.find(i));
                }
            }
        }
        return rows.number(least);
    }

    private void count(long[] features, int count) {
        for (int f = 0; f < count; f++) rows.count(features[f]);
    }

    /** The sentences of a text for the first pass. */
    List<Crf.Example> first(Gold text, WordClusters clusters) {
        Tokens tokens = Tokenizer.tokenize(text.text());
        Features features = Features.of(tokens, clusters);
        return sentences(text, tokens, null, features.found(), (i, begin, end) -> {
            if (i == begin) features.sentence(begin, end);
            return features.find(i);
        });
    }

    /** Counts the features of the second pass over a text as this tagger sees it. */
    void countSecond(Gold text, Tagger tagger) {
        Tokens tokens = Tokenizer.tokenize(text.text());
        Consistency consistency = tagger.first(tokens).consistency();
        for (int s = 0; s < tokens.sentenceCount(); s++) {
            for (int i = tokens.sentenceBegin(s); i < tokens.sentenceEnd(s); i++) {
                count(consistency.found(), consistency.find(i, tokens.sentenceBegin(s), tokens.sentenceEnd(s)));
            }
        }
    }

    /** The sentences of a text for the second pass, on top of what this tagger's first pass says. */
    List<Crf.Example> second(Gold text, Tagger tagger, float trust) {
        Tokens tokens = Tokenizer.tokenize(text.text());
        FirstPass pass = tagger.first(tokens);
        Consistency consistency = pass.consistency();
        return sentences(text, tokens, pass.damped(trust), consistency.found(), consistency::find);
    }

    private List<Crf.Example> sentences(
            Gold text, Tokens tokens, int @Nullable [] base, long[] found, Extractor extractor) {
        byte[] labels = labels(text, tokens);
        List<Crf.Example> examples = new ArrayList<>();
        for (int s = 0; s < tokens.sentenceCount(); s++) {
            int begin = tokens.sentenceBegin(s);
            int end = tokens.sentenceEnd(s);
            int[][] features = new int[end - begin][];
            for (int i = begin; i < end; i++) features[i - begin] = known(found, extractor.find(i, begin, end));
            byte[] right = Arrays.copyOfRange(labels, begin, end);
            if (isWhole(right)) examples.add(new Crf.Example(features, right, base(base, begin, end)));
        }
        return examples;
    }

    private static float @Nullable [] base(int @Nullable [] scores, int begin, int end) {
        if (scores == null) return null;
        float[] base = new float[(end - begin) * Labels.COUNT];
        for (int k = 0; k < base.length; k++) base[k] = scores[begin * Labels.COUNT + k] * Weights.UNIT;
        return base;
    }

    private int[] known(long[] features, int count) {
        int[] found = new int[count];
        int n = 0;
        for (int f = 0; f < count; f++) {
            int row = rows.row(features[f]);
            if (row >= 0) found[n++] = row;
        }
        return Arrays.copyOf(found, n);
    }

    /** False where a sentence break cuts a name. */
    private static boolean isWhole(byte[] labels) {
        int before = Labels.OUTSIDE;
        for (byte label : labels) {
            if (!Labels.mayFollow(before, label)) return false;
            before = label;
        }
        return Labels.mayFollow(before, Labels.OUTSIDE);
    }

    private static byte[] labels(Gold text, Tokens tokens) {
        byte[] labels = new byte[tokens.size()];
        for (Gold.Name name : text.names()) {
            int type = Labels.CLASSES.indexOf(name.type());
            int first = tokens.tokenAt(name.begin());
            int last = tokens.tokenAt(name.end() - 1);
            if (first == last) labels[first] = (byte) Labels.unit(type);
            else {
                labels[first] = (byte) Labels.begin(type);
                for (int i = first + 1; i < last; i++) labels[i] = (byte) Labels.inside(type);
                labels[last] = (byte) Labels.last(type);
            }
        }
        return labels;
    }
}
