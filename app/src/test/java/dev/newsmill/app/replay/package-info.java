@NullMarked
package dev.newsmill.app.replay;

import org.jspecify.annotations.NullMarked;
