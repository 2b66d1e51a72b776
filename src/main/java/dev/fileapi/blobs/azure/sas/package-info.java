/** Signs links to blobs. */
@NullMarked
package dev.fileapi.blobs.azure.sas;

import org.jspecify.annotations.NullMarked;
