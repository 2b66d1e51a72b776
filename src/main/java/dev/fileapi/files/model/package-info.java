/** The nouns of the domain: ids, paths, records, states and the exceptions that every room knows. */
@NullMarked
package dev.fileapi.files.model;

import org.jspecify.annotations.NullMarked;
