/** Measures what calls cost the service's process, against what nothing could be cheaper than; docs/benchmarks.md says how. */
@NullMarked
package dev.fileapi.benchmarks.calls;

import org.jspecify.annotations.NullMarked;
