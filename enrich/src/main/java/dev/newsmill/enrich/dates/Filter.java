package dev.newsmill.enrich.dates;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides whether what looks like a time is meant as one: "now", "soon", "a second", "the Communist daily". */
final class Filter {
    private final @Nullable LinearModel model;

    /** Without a model it keeps all. */
    Filter(@Nullable LinearModel model) {
        this.model = model;
    }

    boolean keeps(List<Token> tokens, Match.Part part) {
        return model == null || model.score(features(tokens, part)) > 0;
    }

    /** What the model judges by: the expression, its shape, and the words on both sides. */
    static List<String> features(List<Token> tokens, Match.Part part) {
        String text = shape(tokens, part);
        String first = tokens.get(part.begin()).lower();
        String last = tokens.get(part.end() - 1).lower();
        String before = word(tokens, part.begin() - 1);
        String after = word(tokens, part.end());
        Meaning meaning = part.meaning();
        String kind = meaning.getOr(Field.OP, 0) + "/" + (meaning.has(Field.U) ? meaning.get(Field.U) : -1);
        List<String> features = new ArrayList<>();
        features.add("bias");
        features.add("text:" + text);
        features.add("kind:" + kind);
        features.add("head:" + last);
        features.add("before:" + before);
        features.add("after:" + after);
        features.add("text+before:" + text + "|" + before);
        features.add("text+after:" + text + "|" + after);
        features.add("head+before:" + last + "|" + before);
        features.add("head+after:" + last + "|" + after);
        features.add("kind+before:" + kind + "|" + before);
        features.add("kind+after:" + kind + "|" + after);
        features.add("first:" + first);
        features.add("case:" + text + "|" + tokens.get(part.begin()).capital() + isStart(tokens, part.begin()));
        features.add("vague:" + kind + meaning.is(Field.N, Meaning.VAGUE));
        return features;
    }

    private static String shape(List<Token> tokens, Match.Part part) {
        StringBuilder shape = new StringBuilder();
        for (int i = part.begin(); i < part.end(); i++) {
            Token token = tokens.get(i);
            shape.append(token.kind() == Token.Kind.DIGITS ? "0" : token.lower())
                    .append(' ');
        }
        return shape.toString().strip();
    }

    private static String word(List<Token> tokens, int at) {
        if (at < 0 || at >= tokens.size()) return "";
        Token token = tokens.get(at);
        return token.kind() == Token.Kind.DIGITS ? "0" : token.lower();
    }

    private static boolean isStart(List<Token> tokens, int at) {
        return at == 0 || tokens.get(at).paragraph() || tokens.get(at - 1).kind() == Token.Kind.OTHER;
    }
}
