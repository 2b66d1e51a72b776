/**
 * Azure Functions triggers, one class each, a few lines long. The host matches routes in the order of function names, so the
 * catch-all must sort last.
 */
@NullMarked
package dev.fileapi.functions;

import org.jspecify.annotations.NullMarked;
