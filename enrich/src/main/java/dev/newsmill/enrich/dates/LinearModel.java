package dev.newsmill.enrich.dates;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A logistic regression: features with their weights, one a line. Immutable. */
final class LinearModel {
    private final Map<String, Double> weights;

    LinearModel(Map<String, Double> weights) {
        this.weights = Map.copyOf(weights);
    }

    static LinearModel read(String resource) {
        Map<String, Double> weights = new HashMap<>();
        for (String line : Lines.of(resource)) {
            int tab = line.indexOf('\t');
            weights.put(line.substring(0, tab), Double.valueOf(line.substring(tab + 1)));
        }
        return new LinearModel(weights);
    }

    /** Above 0 for yes. */
    double score(List<String> features) {
        double sum = 0;
        for (String feature : features) sum += weights.getOrDefault(feature, 0.0);
        return sum;
    }
}
