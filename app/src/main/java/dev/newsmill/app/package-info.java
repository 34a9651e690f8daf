/** The newsmill command. */
@NullMarked
package dev.newsmill.app;

import org.jspecify.annotations.NullMarked;
