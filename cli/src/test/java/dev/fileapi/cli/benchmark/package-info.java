/** Measures transfers of the command line beside those of other tools; run by hand. */
@org.jspecify.annotations.NullMarked
package dev.fileapi.cli.benchmark;
