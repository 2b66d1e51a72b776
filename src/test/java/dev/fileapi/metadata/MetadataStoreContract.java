package dev.fileapi.metadata;

import dev.fileapi.files.store.MetadataStore;
import org.junit.jupiter.api.Nested;

/** What every metadata store does; a test of a store extends this and says which store. */
public abstract class MetadataStoreContract {

    /** The store under test; records of other tests may be in it. */
    protected abstract MetadataStore store();

    @Nested
    class WritingFilesTest extends WritingFiles {
        WritingFilesTest() {
            super(store());
        }
    }

    @Nested
    class WritingVersionsTest extends WritingVersions {
        WritingVersionsTest() {
            super(store());
        }
    }

    @Nested
    class FindingVersionsTest extends FindingVersions {
        FindingVersionsTest() {
            super(store());
        }
    }

    @Nested
    class FindingWhatIsDueTest extends FindingWhatIsDue {
        FindingWhatIsDueTest() {
            super(store());
        }
    }

    @Nested
    class ListingFilesTest extends ListingFiles {
        ListingFilesTest() {
            super(store());
        }
    }

    @Nested
    class ListingEveryWayTest extends ListingEveryWay {
        ListingEveryWayTest() {
            super(store());
        }
    }

    @Nested
    class ListingFromACursorTest extends ListingFromACursor {
        ListingFromACursorTest() {
            super(store());
        }
    }

    @Nested
    class ListingFoldersTest extends ListingFolders {
        ListingFoldersTest() {
            super(store());
        }
    }

    @Nested
    class KeepingIdempotencyKeysTest extends KeepingIdempotencyKeys {
        KeepingIdempotencyKeysTest() {
            super(store());
        }
    }

    @Nested
    class KeepingTenantsApartTest extends KeepingTenantsApart {
        KeepingTenantsApartTest() {
            super(store());
        }
    }

    @Nested
    class RacingWritersTest extends RacingWriters {
        RacingWritersTest() {
            super(store());
        }
    }
}
