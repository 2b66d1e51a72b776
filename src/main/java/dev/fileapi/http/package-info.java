/**
 * The wire: controllers, request parsing, wire records and problem documents. It decides nothing: every call is checked, handed to a
 * use case, and its result written down.
 */
@NullMarked
package dev.fileapi.http;

import org.jspecify.annotations.NullMarked;
