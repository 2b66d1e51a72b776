/** What is printed: lines of text or JSON, progress, failures and exit statuses. */
@NullMarked
package dev.fileapi.cli.output;

import org.jspecify.annotations.NullMarked;
