/** JVMs that run the packaged functions as the Java worker of Azure Functions does. */
@NullMarked
package dev.fileapi.benchmarks.worker;

import org.jspecify.annotations.NullMarked;
