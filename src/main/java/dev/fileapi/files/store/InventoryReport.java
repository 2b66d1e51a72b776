package dev.fileapi.files.store;

import java.util.Map;

/**
 * What one slice of the inventory came to.
 *
 * @param blobs how many were looked at
 * @param findings how many of which kind, in lower case
 * @param tidied how many versions had something removed or mended
 * @param failed how many could not be looked at
 * @param last whether the whole container has been gone through
 */
public record InventoryReport(int blobs, Map<String, Long> findings, int tidied, int failed, boolean last) {

    public InventoryReport {
        findings = Map.copyOf(findings);
    }

    @Override
    public String toString() {
        return "blobs=" + blobs + " findings=" + findings + " tidied=" + tidied + " failed=" + failed + " last=" + last;
    }
}
