/** Makes a folder of the workspace and one of this machine the same: both are listed, a plan is made, and executed. */
@NullMarked
package dev.fileapi.cli.sync;

import org.jspecify.annotations.NullMarked;
