package dev.newsmill.enrich.dates;

import java.util.Arrays;

/** What a phrase says of time: a number or nothing for each {@link Field}. Not thread-safe. */
final class Meaning {
    /** An amount that is not told: "several". */
    static final long VAGUE = -1_000_000_000L;

    private static final long NONE = Long.MIN_VALUE;
    private static final int SIZE = Field.values().length;

    private final long[] values;

    Meaning() {
        values = new long[SIZE];
        Arrays.fill(values, NONE);
    }

    private Meaning(long[] values) {
        this.values = values;
    }

    Meaning copy() {
        return new Meaning(values.clone());
    }

    boolean has(Field field) {
        return values[field.ordinal()] != NONE;
    }

    boolean hasAny(Field... fields) {
        for (Field field : fields) if (has(field)) return true;
        return false;
    }

    /** The field's value; an error where it is absent. */
    long get(Field field) {
        long value = values[field.ordinal()];
        if (value == NONE) throw new IllegalStateException("no " + field);
        return value;
    }

    int getInt(Field field) {
        return Math.toIntExact(get(field));
    }

    long getOr(Field field, long other) {
        long value = values[field.ordinal()];
        return value == NONE ? other : value;
    }

    boolean is(Field field, long value) {
        return values[field.ordinal()] == value;
    }

    Meaning set(Field field, long value) {
        values[field.ordinal()] = value;
        return this;
    }

    Meaning clear(Field field) {
        values[field.ordinal()] = NONE;
        return this;
    }

    /** Takes all that the other says, over what this one says. */
    void merge(Meaning other) {
        for (int i = 0; i < SIZE; i++) if (other.values[i] != NONE) values[i] = other.values[i];
    }

    /** Takes what the other says where this one says nothing. */
    void inherit(Meaning other) {
        for (int i = 0; i < SIZE; i++) if (values[i] == NONE) values[i] = other.values[i];
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Field field : Field.values()) {
            if (has(field)) text.append(field).append('=').append(get(field)).append(' ');
        }
        return text.toString().strip();
    }
}
