/**
 * The part of Cosmos DB's query language that the emulator understands: parsing, values and their order, evaluation and query
 * plans. It knows nothing of containers.
 */
@NullMarked
package dev.fileapi.local.cosmos.sql;

import org.jspecify.annotations.NullMarked;
