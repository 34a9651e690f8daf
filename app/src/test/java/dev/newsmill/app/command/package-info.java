@NullMarked
package dev.newsmill.app.command;

import org.jspecify.annotations.NullMarked;
