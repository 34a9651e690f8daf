package dev.newsmill.enrich.dates;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers in digits and in words. Classes of its atoms: NUM any amount, DD one or two digits, YYYY four, YEAR what
 * may be a year, WORDYEAR a year in three words or more, TENS a number below 100 in two or more, ORD an ordinal, ORDD one in digits, HHMM a time in four digits, ZEROHHMM one
 * that starts with zero, COMPACT a date of eight digits. Amounts are in thousandths; what is too large is no number.
 */
final class Numerals {
    private static final long LARGEST = 1_000_000_000_000L;

    private static final Set<String> PREFIXES = Set.of("q", "h", "t", "w", "fy");

    private final Lexicon lexicon;
    private final String decimal;
    private final String thousands;

    /** Number words are classes CARD, ORDINAL, ORDSUFFIX and AND of the lexicon. */
    Numerals(Lexicon lexicon, String decimal) {
        this.lexicon = lexicon;
        this.decimal = decimal;
        this.thousands = decimal.equals(".") ? "," : ".";
    }

    /** Gives the sink all numbers that start at the token. */
    void find(List<Token> tokens, int begin, Consumer<Atom> sink) {
        if (tokens.get(begin).kind() == Token.Kind.DIGITS) digits(tokens, begin, sink);
        else words(tokens, begin, true, sink);
    }

    private void digits(List<Token> tokens, int at, Consumer<Atom> sink) {
        String digits = tokens.get(at).lower();
        if (digits.isEmpty() || digits.length() > 12 || isInWord(tokens, at) || isVersion(tokens, at)) return;
        long number = Long.parseLong(digits);
        boolean inside = at > 0 && tokens.get(at).glued() && isMark(tokens.get(at - 1)) && isDigits(tokens, at - 2);
        Token after = glued(tokens, at + 1);
        boolean open = after != null
                && isMark(after)
                && isDigits(tokens, at + 2)
                && tokens.get(at + 2).glued();
        if (digits.length() == 8 && number / 10_000 >= 1900 && number / 10_000 < 2100) compact(at, number, sink);
        boolean thousandths = inside && tokens.get(at - 2).lower().length() == 3;
        boolean thousands =
                open && tokens.get(at + 1).is(",") && tokens.get(at + 2).lower().length() == 3;
        if (digits.length() <= 2 && !thousandths && !thousands) sink.accept(number("DD", at + 1, number));
        if (digits.length() == 4) fourDigits(tokens, at, number, inside || open, sink);
        if (!inside) amount(tokens, at, number, open, sink);
        if (after != null && lexicon.word("ORDSUFFIX", after) != null) {
            sink.accept(number("ORD", at + 2, number));
            sink.accept(number("ORDD", at + 2, number));
        }
    }

    /** 20200701. */
    private static void compact(int at, long number, Consumer<Atom> sink) {
        Meaning m = new Meaning();
        m.set(Field.Y, number / 10_000).set(Field.M, number / 100 % 100).set(Field.D, number % 100);
        if (Field.M.holds(m.get(Field.M)) && Field.D.holds(m.get(Field.D))) sink.accept(new Atom("COMPACT", at + 1, m));
    }

    /** The 380 of A380; but Q3, H1, Dec31 and the T of a date with time are no words. */
    private boolean isInWord(List<Token> tokens, int at) {
        if (at == 0 || !tokens.get(at).glued()) return false;
        Token before = tokens.get(at - 1);
        boolean month = lexicon.word("MONTHABBR", before) != null;
        return before.kind() == Token.Kind.WORD && !month && !PREFIXES.contains(before.lower());
    }

    /** One of four or more numbers with points between: a version or an address. */
    private static boolean isVersion(List<Token> tokens, int at) {
        int first = at;
        while (first > at - 8 && isMark(tokens, first - 1, ".") && isDigits(tokens, first - 2)) first -= 2;
        int last = at;
        while (last < at + 8 && isMark(tokens, last + 1, ".") && isDigits(tokens, last + 2)) last += 2;
        return last - first >= 6;
    }

    private void fourDigits(List<Token> tokens, int at, long number, boolean fraction, Consumer<Atom> sink) {
        sink.accept(number("YYYY", at + 1, number));
        if (!fraction) clock(at, number, sink);
        boolean money = at > 0 && tokens.get(at).glued() && isMoney(tokens.get(at - 1));
        if (!fraction && !money && number >= 1000 && number <= 2199) {
            sink.accept(new Atom("YEAR", at + 1, new Meaning().set(Field.Y, number)));
        }
    }

    /** 1430 and 0730. */
    private static void clock(int at, long number, Consumer<Atom> sink) {
        if (number / 100 > 24 || number % 100 > 59) return;
        Meaning time = new Meaning().set(Field.HH, number / 100).set(Field.MI, number % 100);
        sink.accept(new Atom("HHMM", at + 1, time));
        if (number < 1000) sink.accept(new Atom("ZEROHHMM", at + 1, time));
    }

    private void amount(List<Token> tokens, int at, long number, boolean open, Consumer<Atom> sink) {
        if (!open) sink.accept(number("NUM", at + 1, number));
        int end = at + 1;
        while (isGroup(tokens, end) && number < LARGEST) {
            number = number * 1000 + Long.parseLong(tokens.get(end + 1).lower());
            end += 2;
        }
        if (end > at + 1) sink.accept(number("NUM", end, number));
        if (isMark(tokens, end, decimal) && isDigits(tokens, end + 1)) {
            sink.accept(amount(
                    end + 2, number * 1000 + thousandths(tokens.get(end + 1).lower())));
        }
        vulgar(tokens, at, end, number, sink);
    }

    /** "1/2" and "2 1/2". */
    private static void vulgar(List<Token> tokens, int at, int end, long number, Consumer<Atom> sink) {
        if (isFraction(tokens, at) && !isFraction(tokens, at - 2)) sink.accept(amount(at + 3, fraction(tokens, at)));
        if (isFraction(tokens, end) && !tokens.get(end).glued()) {
            sink.accept(amount(end + 3, number * 1000 + fraction(tokens, end)));
        }
    }

    private static boolean isFraction(List<Token> tokens, int at) {
        if (!isDigits(tokens, at) || !isMark(tokens, at + 1, "/") || !isDigits(tokens, at + 2)) return false;
        String above = tokens.get(at).lower();
        String below = tokens.get(at + 2).lower();
        return above.length() == 1
                && (below.equals("2") || below.equals("4") || below.equals("3"))
                && above.compareTo(below) < 0;
    }

    private static long fraction(List<Token> tokens, int at) {
        return Math.round(1000.0
                * Integer.parseInt(tokens.get(at).lower())
                / Integer.parseInt(tokens.get(at + 2).lower()));
    }

    private boolean isGroup(List<Token> tokens, int mark) {
        return isMark(tokens, mark, thousands)
                && isDigits(tokens, mark + 1)
                && tokens.get(mark + 1).lower().length() == 3;
    }

    private static long thousandths(String digits) {
        String padded = (digits + "000").substring(0, 3);
        return Long.parseLong(padded);
    }

    private void words(List<Token> tokens, int begin, boolean withYears, Consumer<Atom> sink) {
        Meaning first = lexicon.word("CARD", tokens.get(begin));
        if (first == null) {
            Meaning ordinal = lexicon.word("ORDINAL", tokens.get(begin));
            if (ordinal != null) sink.accept(new Atom("ORD", begin + 1, ordinal));
            return;
        }
        long total = 0;
        long group = 0;
        long last = Long.MAX_VALUE;
        int i = begin;
        while (i < tokens.size() && i < begin + 12) {
            int word = skipJoin(tokens, begin, i, (total + group) % 100 == 0);
            Meaning meaning = word < tokens.size() ? lexicon.word("CARD", tokens.get(word)) : null;
            if (meaning == null) {
                ordinalEnd(tokens, word, total + group, last, sink);
                break;
            }
            long value = meaning.get(Field.N) / 1000;
            if (value >= 1000 && total == 0) {
                total = Math.max(1, group) * value;
                group = 0;
            } else if (value == 100 && group < 100) {
                group = Math.max(1, group) * 100;
            } else if (value > 100 && value < 1000 && group == 0) {
                group = value;
            } else if (value < last && value < 100 && fits(group, value)) {
                group += value;
            } else {
                if (withYears) years(tokens, total + group, word, sink);
                break;
            }
            last = value;
            i = word + 1;
            sink.accept(number("NUM", i, total + group));
            compound(begin, i, total + group, sink);
        }
    }

    /** "two thousand and nine" and "nineteen hundred ninety", "twenty-nine". */
    private static void compound(int begin, int end, long number, Consumer<Atom> sink) {
        boolean year = end >= begin + 3 && number > 1100 && number < 2100;
        if (year) sink.accept(new Atom("WORDYEAR", end, new Meaning().set(Field.Y, number)));
        if (end >= begin + 2 && number < 100) sink.accept(number("TENS", end, number));
    }

    private static boolean fits(long group, long value) {
        long rest = group % 100;
        return rest == 0 || (rest >= 20 && rest % 10 == 0 && value < 10);
    }

    /** "nineteen ninety-six": a number of 10 to 20 and one of two digits after it. */
    private void years(List<Token> tokens, long century, int at, Consumer<Atom> sink) {
        if (century < 13 || century > 20) return;
        words(tokens, at, false, atom -> {
            long rest = atom.type().equals("NUM") ? atom.meaning().get(Field.N) / 1000 : 0;
            if (rest >= 10 && rest < 100) {
                sink.accept(new Atom("YEAR", atom.end(), new Meaning().set(Field.Y, century * 100 + rest)));
            }
        });
    }

    private void ordinalEnd(List<Token> tokens, int at, long number, long last, Consumer<Atom> sink) {
        Meaning ordinal = at < tokens.size() ? lexicon.word("ORDINAL", tokens.get(at)) : null;
        if (ordinal == null || last < 20 || last > 90) return;
        long value = ordinal.get(Field.N) / 1000;
        if (value < 10) sink.accept(number("ORD", at + 1, number + value));
    }

    /** Steps over the hyphen of "twenty-four" and the "and" of "two thousand and four". */
    private int skipJoin(List<Token> tokens, int begin, int at, boolean hundreds) {
        if (at == begin || at + 1 >= tokens.size()) return at;
        Token token = tokens.get(at);
        if (token.paragraph()) return tokens.size();
        if (hundreds && lexicon.word("AND", token) != null) return at + 1;
        return token.is("-") && token.glued() && tokens.get(at + 1).glued() ? at + 1 : at;
    }

    private static Atom number(String type, int end, long number) {
        return amount(type, end, number * 1000);
    }

    private static Atom amount(int end, long thousandths) {
        return amount("NUM", end, thousandths);
    }

    private static Atom amount(String type, int end, long thousandths) {
        return new Atom(type, end, new Meaning().set(Field.N, thousandths));
    }

    private static @Nullable Token glued(List<Token> tokens, int at) {
        return at < tokens.size() && tokens.get(at).glued() ? tokens.get(at) : null;
    }

    private static boolean isDigits(List<Token> tokens, int at) {
        return at >= 0
                && at < tokens.size()
                && tokens.get(at).kind() == Token.Kind.DIGITS
                && tokens.get(at).lower().length() <= 9
                && !tokens.get(at).lower().isEmpty();
    }

    private static boolean isMark(List<Token> tokens, int at, String mark) {
        return at >= 0
                && at + 1 < tokens.size()
                && tokens.get(at).is(mark)
                && tokens.get(at).glued()
                && tokens.get(at + 1).glued();
    }

    private static boolean isMark(Token token) {
        return token.is(".") || token.is(",");
    }

    private static boolean isMoney(Token token) {
        return !token.lower().isEmpty() && Character.getType(token.lower().charAt(0)) == Character.CURRENCY_SYMBOL;
    }
}
