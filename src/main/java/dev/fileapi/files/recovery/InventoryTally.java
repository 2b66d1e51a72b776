package dev.fileapi.files.recovery;

import dev.fileapi.files.store.InventoryReport;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what a slice of the inventory comes to, and logs the first findings of each; used by one thread. */
final class InventoryTally {

    private static final Logger LOG = LoggerFactory.getLogger(InventoryTally.class);

    /** As many lines a slice tell what is wrong; all are counted. */
    private static final int MOST_LINES = 20;

    private final Map<String, Long> findings = new TreeMap<>();
    private int blobs;
    private int tidied;
    private int failed;
    private int lines;

    void add(Inspection inspection) {
        blobs++;
        tidied += inspection.tidied() ? 1 : 0;
        failed += inspection.failed() ? 1 : 0;
        inspection.findings().forEach(this::add);
    }

    InventoryReport report(boolean last) {
        return new InventoryReport(blobs, findings, tidied, failed, last);
    }

    private void add(Finding finding) {
        String kind = finding.kind().name().toLowerCase(Locale.ROOT);
        findings.merge(kind, 1L, Long::sum);
        if (lines++ < MOST_LINES) {
            LOG.warn("inventory found: kind={} what={} detail={}", kind, finding.what(), finding.detail());
        }
    }
}
