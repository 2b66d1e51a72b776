package dev.fileapi.files.recovery;

import java.util.List;

/**
 * What looking at one blob came to.
 *
 * @param tidied whether anything was removed or mended
 * @param failed whether it could not be looked at
 */
record Inspection(List<Finding> findings, boolean tidied, boolean failed) {

    Inspection {
        findings = List.copyOf(findings);
    }
}
