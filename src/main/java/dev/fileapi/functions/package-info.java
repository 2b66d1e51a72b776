/**
 * The doors that Azure opens: one class per trigger, each a few lines, and the injector that hands the worker one instance of each for
 * its life. The host matches routes in the order of function names, so the catch-all's must stay the last.
 */
@NullMarked
package dev.fileapi.functions;

import org.jspecify.annotations.NullMarked;
