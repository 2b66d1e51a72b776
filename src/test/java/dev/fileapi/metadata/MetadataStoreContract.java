package dev.fileapi.metadata;

import dev.fileapi.files.store.MetadataStore;
import org.junit.jupiter.api.Nested;

/** What every metadata store does; a test of a store extends this and says which store. */
public abstract class MetadataStoreContract {

    /** The store under test; records of other tests may be in it. */
    protected abstract MetadataStore store();

    @Nested
    class WritingFilesTest extends WritingFilesContract {
        WritingFilesTest() {
            super(store());
        }
    }

    @Nested
    class WritingVersionsTest extends WritingVersionsContract {
        WritingVersionsTest() {
            super(store());
        }
    }

    @Nested
    class CreatingFilesWithVersionsTest extends CreatingFilesWithVersionsContract {
        CreatingFilesWithVersionsTest() {
            super(store());
        }
    }

    @Nested
    class KeepingDetailsTest extends KeepingDetailsContract {
        KeepingDetailsTest() {
            super(store());
        }
    }

    @Nested
    class FindingVersionsTest extends FindingVersionsContract {
        FindingVersionsTest() {
            super(store());
        }
    }

    @Nested
    class FindingDueRecordsTest extends FindingDueRecordsContract {
        FindingDueRecordsTest() {
            super(store());
        }
    }

    @Nested
    class ListingFilesTest extends ListingFilesContract {
        ListingFilesTest() {
            super(store());
        }
    }

    @Nested
    class ListingEveryWayTest extends ListingEveryWayContract {
        ListingEveryWayTest() {
            super(store());
        }
    }

    @Nested
    class ListingFromACursorTest extends ListingFromACursorContract {
        ListingFromACursorTest() {
            super(store());
        }
    }

    @Nested
    class FindingFilesByDetailsTest extends FindingFilesByDetailsContract {
        FindingFilesByDetailsTest() {
            super(store());
        }
    }

    @Nested
    class ListingFoldersTest extends ListingFoldersContract {
        ListingFoldersTest() {
            super(store());
        }
    }

    @Nested
    class IdempotencyKeysTest extends IdempotencyKeysContract {
        IdempotencyKeysTest() {
            super(store());
        }
    }

    @Nested
    class TenantIsolationTest extends TenantIsolationContract {
        TenantIsolationTest() {
            super(store());
        }
    }

    @Nested
    class RacingWritersTest extends RacingWritersContract {
        RacingWritersTest() {
            super(store());
        }
    }
}
