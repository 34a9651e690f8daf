/** The commands of newsmill, one file each. */
@NullMarked
package dev.newsmill.app.command;

import org.jspecify.annotations.NullMarked;
