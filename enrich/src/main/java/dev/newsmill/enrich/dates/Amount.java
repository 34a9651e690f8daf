package dev.newsmill.enrich.dates;

/** Writes lengths of time: {@code P3D}, {@code P2Y6M}, {@code PT1H30M}, {@code PXY}. */
final class Amount {
    private Amount() {}

    static String of(Meaning m) {
        Unit unit = Unit.of(m.get(Field.U));
        long n = m.getOr(Field.N, Meaning.VAGUE);
        String head = unit.isTime() ? "PT" : "P";
        if (n == Meaning.VAGUE) return head + "X" + unit.code();
        long thousandths = (n + m.getOr(Field.ADD, 0)) * m.getOr(Field.TIMES, 1);
        String first = head + count(thousandths, unit);
        return m.has(Field.U2) ? first + second(m, unit) : first;
    }

    private static String second(Meaning m, Unit first) {
        Unit unit = Unit.of(m.get(Field.U2));
        return (unit.isTime() && !first.isTime() ? "T" : "") + count(m.get(Field.N2), unit);
    }

    private static String count(long thousandths, Unit unit) {
        long whole = thousandths / 1000;
        long rest = thousandths % 1000;
        if (rest == 0) return whole + unit.code();
        int parts = smallerUnits(unit);
        if (parts > 0 && rest * parts % 1000 == 0) {
            return (whole > 0 ? whole + unit.code() : "") + rest * parts / 1000 + smallerCode(unit);
        }
        return whole + decimals(rest) + unit.code();
    }

    private static String decimals(long rest) {
        String digits = String.valueOf(1000 + rest).substring(1);
        int end = digits.length();
        while (digits.charAt(end - 1) == '0') end--;
        return "." + digits.substring(0, end);
    }

    private static int smallerUnits(Unit unit) {
        return switch (unit) {
            case YEAR -> 12;
            case HOUR, MINUTE -> 60;
            default -> 0;
        };
    }

    private static String smallerCode(Unit unit) {
        return unit == Unit.MINUTE ? "S" : "M";
    }
}
