/** What every room's settings have in common. */
@NullMarked
package dev.fileapi.settings;

import org.jspecify.annotations.NullMarked;
