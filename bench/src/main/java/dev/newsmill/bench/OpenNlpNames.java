package dev.newsmill.bench;

import dev.newsmill.enrich.text.Tokenizer;
import dev.newsmill.enrich.text.Tokens;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.TokenNameFinderFactory;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.Span;
import opennlp.tools.util.TrainingParameters;

/** OpenNLP's name finder with its default features, trained on the same texts as ours: what to compare with. */
final class OpenNlpNames {
    private static final int ITERATIONS = 100;

    private final NameFinderME finder;

    private OpenNlpNames(NameFinderME finder) {
        this.finder = finder;
    }

    static OpenNlpNames train(List<Gold> texts) throws IOException {
        List<NameSample> samples = new ArrayList<>();
        for (Gold text : texts) addSamples(text, samples);
        TrainingParameters parameters = TrainingParameters.defaultParams();
        parameters.put(TrainingParameters.ALGORITHM_PARAM, "PERCEPTRON");
        parameters.put(TrainingParameters.CUTOFF_PARAM, 0);
        parameters.put(TrainingParameters.ITERATIONS_PARAM, ITERATIONS);
        return new OpenNlpNames(new NameFinderME(NameFinderME.train(
                "eng", null, ObjectStreamUtils.createObjectStream(samples), parameters, new TokenNameFinderFactory())));
    }

    private static void addSamples(Gold text, List<NameSample> samples) {
        Tokens tokens = Tokenizer.tokenize(text.text());
        for (int s = 0; s < tokens.sentenceCount(); s++) {
            samples.add(new NameSample(words(tokens, s), spans(text, tokens, s), s == 0));
        }
    }

    private static String[] words(Tokens tokens, int sentence) {
        String[] words = new String[tokens.sentenceEnd(sentence) - tokens.sentenceBegin(sentence)];
        for (int i = 0; i < words.length; i++) words[i] = tokens.word(tokens.sentenceBegin(sentence) + i);
        return words;
    }

    /** The names that begin and end with tokens of the sentence. */
    private static Span[] spans(Gold text, Tokens tokens, int sentence) {
        int begin = tokens.sentenceBegin(sentence);
        int end = tokens.sentenceEnd(sentence);
        List<Span> spans = new ArrayList<>();
        for (Gold.Name name : text.names()) {
            int first = tokens.tokenAt(name.begin());
            int last = tokens.tokenAt(name.end() - 1);
            if (first < begin || last < first || last >= end) continue;
            Span span = new Span(first - begin, last + 1 - begin, name.type());
            if (spans.stream().noneMatch(span::intersects)) spans.add(span);
        }
        return spans.toArray(Span[]::new);
    }

    /** The names of a text. */
    Set<Gold.Name> find(Tokens tokens) {
        Set<Gold.Name> found = new HashSet<>();
        finder.clearAdaptiveData();
        for (int s = 0; s < tokens.sentenceCount(); s++) {
            for (Span span : finder.find(words(tokens, s))) found.add(name(tokens, tokens.sentenceBegin(s), span));
        }
        return found;
    }

    private static Gold.Name name(Tokens tokens, int begin, Span span) {
        return new Gold.Name(
                tokens.begin(begin + span.getStart()), tokens.end(begin + span.getEnd() - 1), span.getType());
    }
}
