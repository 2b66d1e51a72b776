/**
 * Runs functions the way the Azure Functions host and its Java worker do, with those parts of their behaviour that a function can notice.
 * It knows nothing of this project's functions.
 */
@NullMarked
package dev.fileapi.local.functions;

import org.jspecify.annotations.NullMarked;
