/** What travels between the stages: immutable records, JSON by Jackson, no Kafka. */
@NullMarked
package dev.newsmill.message;

import org.jspecify.annotations.NullMarked;
