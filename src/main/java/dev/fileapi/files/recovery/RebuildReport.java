package dev.fileapi.files.recovery;

import java.util.Map;

/**
 * What rebuilding or checking the records came to.
 *
 * @param files how many were written; for a check, looked at
 * @param versions likewise
 * @param findings how many of which kind
 */
public record RebuildReport(long files, long versions, Map<Finding.Kind, Long> findings) {

    public RebuildReport {
        findings = Map.copyOf(findings);
    }

    /** Whether records and storage disagree anywhere. */
    public boolean hasDifferences() {
        return findings.keySet().stream().anyMatch(Finding.Kind::isDifference);
    }
}
