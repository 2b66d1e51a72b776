/**
 * Commands for operators, run beside the service with the same settings: rebuilding and checking the records, replaying dead letters. They
 * are part of the package; nothing in it uses them.
 */
@NullMarked
package dev.fileapi.commands;

import org.jspecify.annotations.NullMarked;
