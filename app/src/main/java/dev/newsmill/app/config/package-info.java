/** Settings: flags, environment, files, defaults, and where each value came from. */
@NullMarked
package dev.newsmill.app.config;

import org.jspecify.annotations.NullMarked;
