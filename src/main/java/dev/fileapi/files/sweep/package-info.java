/** The timer's work: records uploads whose events were lost, and removes what has expired. */
@NullMarked
package dev.fileapi.files.sweep;

import org.jspecify.annotations.NullMarked;
