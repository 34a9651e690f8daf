package dev.newsmill.enrich.names;

import dev.newsmill.enrich.text.Tokens;

/** How the tagger sees each sentence of a text alone. */
public final class FirstPass {

    private static final int CERTAIN = 1000;

    private final Words words;
    private final int[] scores;
    private final byte[] labels;

    FirstPass(Tokens tokens, WordClusters clusters, Weights weights) {
        words = new Words(tokens, clusters);
        scores = new int[tokens.size() * Labels.COUNT];
        labels = new byte[tokens.size()];
        Features features = new Features(words);
        Viterbi viterbi = new Viterbi(weights);
        for (int s = 0; s < tokens.sentenceCount(); s++) {
            int begin = tokens.sentenceBegin(s);
            int end = tokens.sentenceEnd(s);
            if (words.mayHaveNames(begin, end)) score(features, weights, begin, end);
            else for (int i = begin; i < end; i++) scores[i * Labels.COUNT + Labels.OUTSIDE] = CERTAIN;
            viterbi.decode(scores, begin, end, labels);
        }
    }

    private void score(Features features, Weights weights, int begin, int end) {
        features.sentence(begin, end);
        for (int i = begin; i < end; i++) {
            weights.add(features.found(), features.find(i), scores, i * Labels.COUNT);
        }
    }

    /**
     * How much it speaks for each label, {@link Labels#COUNT} numbers a token, for the second pass to add to. On texts
     * that it has not learnt from a first pass is much less often right than its scores say, hence damped.
     *
     * @param trust the share of the scores that counts
     */
    public int[] damped(float trust) {
        int[] damped = new int[scores.length];
        for (int k = 0; k < scores.length; k++) damped[k] = Math.round(scores[k] * trust);
        return damped;
    }

    byte[] labels() {
        return labels;
    }

    /** What the second pass goes by. */
    public Consistency consistency() {
        return new Consistency(words, labels, scores);
    }
}
