/**
 * The HTTP API. It decides nothing: a controller takes a call's arguments, typed and checked, hands them to a use case and returns the
 * result as a record of the contract.
 */
@NullMarked
package dev.fileapi.http;

import org.jspecify.annotations.NullMarked;
