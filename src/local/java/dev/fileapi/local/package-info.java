/** The local Functions host and the services around it, for trying the service out and for its acceptance tests. */
@NullMarked
package dev.fileapi.local;

import org.jspecify.annotations.NullMarked;
