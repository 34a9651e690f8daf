package dev.newsmill.enrich.dates;

/** One or more tokens that are a word of a class: {@code sept.} is a MONTH that means m=9. Ends before token end. */
record Atom(String type, int end, Meaning meaning) {}
