package dev.fileapi.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlobCommitTest {

    private static final String START = "127.0.0.1 - - [23/Nov/2026:10:00:00 +0000] ";

    @Test
    void aBlobWrittenAtOnce() {
        assertThat(BlobCommit.parse(START + "\"PUT /acct/files/a/b%20c+d?sv=1&sig=x%3D HTTP/1.1\" 201 -"))
                .contains(new BlobCommit("PutBlob", "files", "a/b c+d"));
    }

    @Test
    void aListOfBlocks() {
        assertThat(BlobCommit.parse(START + "\"PUT /acct/files/a?sig=x&comp=blocklist HTTP/1.1\" 201 -"))
                .contains(new BlobCommit("PutBlockList", "files", "a"));
    }

    /** Azurite has made a copy when it answers. */
    @Test
    void aCopy() {
        assertThat(BlobCommit.parse(START + "\"PUT /acct/files/a HTTP/1.1\" 202 -"))
                .contains(new BlobCommit("CopyBlob", "files", "a"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"PUT /acct/files/a?comp=block&blockid=x HTTP/1.1\" 201 -",
                "\"PUT /acct/files/a?comp=lease HTTP/1.1\" 201 -",
                "\"PUT /acct/files/a?comp=snapshot HTTP/1.1\" 201 -",
                "\"PUT /acct/files/a?comp=tier HTTP/1.1\" 202 -",
                "\"PUT /acct/files?restype=container HTTP/1.1\" 201 -",
                "\"PUT /acct/files/a?sig=x HTTP/1.1\" 412 -",
                "\"GET /acct/files/a HTTP/1.1\" 200 -",
                "Azurite Blob service successfully listens on http://127.0.0.1:1"
            })
    void anythingElseIsNone(String line) {
        assertThat(BlobCommit.parse(START + line)).isEmpty();
    }
}
