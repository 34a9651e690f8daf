@NullMarked
package dev.newsmill.app.console;

import org.jspecify.annotations.NullMarked;
