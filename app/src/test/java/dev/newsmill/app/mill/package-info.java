@NullMarked
package dev.newsmill.app.mill;

import org.jspecify.annotations.NullMarked;
