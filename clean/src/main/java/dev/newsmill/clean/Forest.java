package dev.newsmill.clean;

import java.util.List;

/**
 * Boosted regression trees that give the log-odds of a line to be text of the article. Trained by the bench module; read
 * from a resource with one tree a line: nodes in preorder, {@code f<=t} for a split and {@code =v} for a leaf.
 * Immutable.
 */
final class Forest {
    private final int[] feature;
    private final float[] threshold;
    private final int[] right;
    private final int[] roots;

    private Forest(int[] feature, float[] threshold, int[] right, int[] roots) {
        this.feature = feature;
        this.threshold = threshold;
        this.right = right;
        this.roots = roots;
    }

    static Forest load(String resource) {
        return of(WordList.read(resource));
    }

    static Forest of(List<String> trees) {
        int nodes = 0;
        for (String tree : trees) nodes += tree.split(" ").length;
        int[] feature = new int[nodes];
        float[] threshold = new float[nodes];
        int[] right = new int[nodes];
        int[] roots = new int[trees.size()];
        int at = 0;
        for (int t = 0; t < roots.length; t++) {
            roots[t] = at;
            at = read(trees.get(t).split(" "), at, feature, threshold, right);
        }
        return new Forest(feature, threshold, right, roots);
    }

    /** Preorder: the left child follows its parent, the right one is found with a stack of open splits. */
    private static int read(String[] nodes, int from, int[] feature, float[] threshold, int[] right) {
        int[] open = new int[nodes.length];
        int depth = 0;
        int at = from;
        for (String node : nodes) {
            int split = node.indexOf('<');
            if (split >= 0) {
                feature[at] = Integer.parseInt(node.substring(0, split));
                threshold[at] = Float.parseFloat(node.substring(split + 1));
                open[depth++] = at;
            } else {
                feature[at] = -1;
                threshold[at] = Float.parseFloat(node.substring(1));
                if (depth > 0) right[open[--depth]] = at + 1;
            }
            at++;
        }
        return at;
    }

    float score(float[] features) {
        float sum = 0;
        for (int root : roots) {
            int node = root;
            while (feature[node] >= 0) node = features[feature[node]] <= threshold[node] ? node + 1 : right[node];
            sum += threshold[node];
        }
        return sum;
    }

    static float probability(float logOdds) {
        return (float) (1 / (1 + Math.exp(-logOdds)));
    }
}
