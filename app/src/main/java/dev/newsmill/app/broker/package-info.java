/** A real Kafka broker in this process, durable in a data directory. */
@NullMarked
package dev.newsmill.app.broker;

import org.jspecify.annotations.NullMarked;
