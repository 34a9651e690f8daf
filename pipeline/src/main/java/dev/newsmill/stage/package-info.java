/** The contract of a stage: a pure function from one record to an {@link dev.newsmill.stage.Outcome}. No Kafka. */
@NullMarked
package dev.newsmill.stage;

import org.jspecify.annotations.NullMarked;
