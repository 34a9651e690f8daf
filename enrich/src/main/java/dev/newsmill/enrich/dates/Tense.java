package dev.newsmill.enrich.dates;

import java.util.ArrayList;
import java.util.List;

/** Reads from the words around a date whether its sentence looks back or ahead. */
final class Tense implements Direction {
    private static final int REACH = 12;
    private static final int LEAST_FUTURE = 5;

    private final List<Token> tokens;
    private final Language language;
    private final LinearModel model;
    private final int begin;
    private final int end;

    Tense(List<Token> tokens, Language language, LinearModel model, Match.Part part) {
        this.tokens = tokens;
        this.language = language;
        this.model = model;
        this.begin = part.begin();
        this.end = part.end();
    }

    @Override
    public boolean isFuture(Unit unit, long behind, long ahead) {
        return model.score(features(unit, behind, ahead)) > 0;
    }

    /** What the model judges by; the same for all languages. */
    List<String> features(Unit unit, long behind, long ahead) {
        List<String> features = new ArrayList<>();
        String kind = unit == Unit.DAY && behind + ahead > 7 ? "DATE" : unit.name();
        String before = begin > 0 && !isStop(tokens.get(begin - 1))
                ? tokens.get(begin - 1).lower()
                : "";
        String left = nearest(-1);
        String right = nearest(1);
        if (left.startsWith("W")) {
            features.add("left:W");
        } else {
            features.add("bias");
            features.add("left:" + left);
            features.add("left:" + left.charAt(0));
            features.add("right:" + right.charAt(0));
            features.add("left:" + left.charAt(0) + finite());
            features.add(left + finite() + ":" + before);
            if (left.equals("N")) features.add("alone:" + right.charAt(0));
            distance(features, kind, behind, ahead);
        }
        features.add("before:" + before);
        features.add(kind + ":before:" + before);
        return features;
    }

    private static void distance(List<String> features, String kind, long behind, long ahead) {
        if (kind.equals("DAY")) {
            features.add("DAY:" + (behind <= 2 ? "justPast" : behind <= 4 ? "halfway" : "justAhead"));
            return;
        }
        features.add(kind + (behind == 0 ? ":now" : behind < ahead ? ":back" : ":forth"));
        features.add(kind + ":behind" + bucket(behind));
        features.add(kind + ":ahead" + bucket(ahead));
    }

    /** The finite verb that governs "is due to rule": its class's first letter, N for none. */
    private char finite() {
        for (int at = begin - 1; at >= 0 && at >= begin - REACH && !isStop(tokens.get(at)); at--) {
            if (is("PRESENT", tokens.get(at)) || isIntention(at)) return 'I';
            if (is("PAST", tokens.get(at)) && !isPassive(at)) return 'P';
        }
        return 'N';
    }

    /** "plans to": a noun without the second word. */
    private boolean isIntention(int at) {
        return at + 1 < begin && is("INTENTION", tokens.get(at)) && is("INTENTIONTO", tokens.get(at + 1));
    }

    /** P for a word of the past, W for "will", F for another word of the future, N for none, and how far away. */
    private String nearest(int step) {
        int at = step < 0 ? begin - 1 : end;
        for (int distance = 1; distance <= REACH; distance++, at += step) {
            if (at < 0 || at >= tokens.size()) break;
            Token token = tokens.get(at);
            if (isStop(token) || (step > 0 && token.paragraph())) break;
            if (is("WILL", token) || isFutureForm(token)) return "W" + bucket(distance);
            if (is("FUTURE", token)) return "F" + bucket(distance);
            if ((is("PAST", token) || isPastForm(token)) && !isPassive(at)) return "P" + bucket(distance);
            if (step < 0 && token.paragraph()) break;
        }
        return "N";
    }

    private boolean is(String type, Token token) {
        return token.kind() == Token.Kind.WORD && language.lexicon().word(type, token) != null;
    }

    /** Of "will be held" only the "will" tells when. */
    private boolean isPassive(int at) {
        return at > 0 && is("INFINITIVE", tokens.get(at - 1));
    }

    private boolean isPastForm(Token token) {
        String ending = language.pastEnding();
        return !ending.isEmpty() && token.lower().length() > 4 && token.lower().endsWith(ending);
    }

    private boolean isFutureForm(Token token) {
        if (token.lower().length() < LEAST_FUTURE) return false;
        for (String ending : language.futureEndings()) {
            if (!ending.isEmpty() && token.lower().endsWith(ending)) return true;
        }
        return false;
    }

    private static boolean isStop(Token token) {
        return token.is(".") || token.is("?") || token.is("!") || token.is(";");
    }

    private static int bucket(long days) {
        return days == 0 ? 0 : 64 - Long.numberOfLeadingZeros(days);
    }
}
