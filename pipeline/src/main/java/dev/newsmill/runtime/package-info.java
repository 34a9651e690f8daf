/** The exactly-once stage loop, topics, dead letters and the ledger. The only package that imports kafka-clients. */
@NullMarked
package dev.newsmill.runtime;

import org.jspecify.annotations.NullMarked;
