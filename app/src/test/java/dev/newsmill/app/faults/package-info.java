/** What the mill survives: kills, cuts, hostile records, planted errors. Each test starts real brokers and processes. */
@NullMarked
package dev.newsmill.app.faults;

import org.jspecify.annotations.NullMarked;
