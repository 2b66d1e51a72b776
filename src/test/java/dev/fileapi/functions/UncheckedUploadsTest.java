package dev.fileapi.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.BlobStoreException;
import dev.fileapi.files.testing.BlobsInMemory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** While the blob service fails, which Azurite cannot be made to do on demand. */
class UncheckedUploadsTest {

    @RegisterExtension
    static final WebApi api = new WebApi().with(new BlobsInMemory() {
        @Override
        public boolean isCommitted(BlobName name) {
            throw new BlobStoreException("It fails.", null);
        }
    });

    @Test
    void aListAnswersFromTheRecordsAndCountsWhatItCouldNotCheck() {
        assertThat(api.call("GET", "/files").header("File-Api-Unchecked-Uploads"))
                .isEmpty();
        api.call("PUT", "/files/path/a.txt");
        api.call("PUT", "/files/path/b.txt");

        Answer list = api.call("GET", "/files");

        assertThat(list.status()).isEqualTo(200);
        assertThat(list.header("File-Api-Unchecked-Uploads")).isEqualTo("2");
    }
}
