/** What commands print: tables, progress, colours, JSON. */
@NullMarked
package dev.newsmill.app.console;

import org.jspecify.annotations.NullMarked;
