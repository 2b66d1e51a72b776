package dev.fileapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fileapi.client.FaultyProxy.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Uploading many files in one go. */
class BulkUploadTest {

    @RegisterExtension
    static final Product product = new Product();

    private final FileApiClient client = product.client().build();
    private final List<Outcome<UploadRequest, UploadedFile>> outcomes = new ArrayList<>();
    private final String prefix = TestFiles.path("");

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void manySmallFilesNeedOneCallForTheirLinksAndOneToCompleteThem() {
        client.uploadAll(small(40).stream(), Completion.RECORDED, Transfer.unattended(), outcomes::add);

        assertThat(outcomes).hasSize(40).allMatch(outcome -> outcome.failure() == null);
        assertThat(client.list(ListQuery.prefix(prefix))).hasSize(40);
        assertThat(product.api().calls(call -> call.method().equals("POST"))).hasSize(2);
    }

    @Test
    void largeFilesAndThoseWithConditionsGoWithThem() throws IOException {
        List<UploadRequest> requests = new ArrayList<>(small(3));
        requests.add(UploadRequest.of(prefix + "large", TestFiles.random(folder, "large", 3 * Product.BLOCK)));
        requests.add(
                UploadRequest.of(prefix + "new", Content.bytes(new byte[10])).when(Condition.ifAbsent()));

        client.uploadAll(requests.stream(), Completion.RECORDED, Transfer.unattended(), outcomes::add);

        assertThat(outcomes).hasSize(5).allMatch(outcome -> outcome.failure() == null);
        assertThat(product.blobs().calls(FaultyProxy.Call::isBlock)).hasSize(3);
    }

    @Test
    void aFileThatCannotBeReadIsAFailureOfItsOwn() {
        List<UploadRequest> requests = new ArrayList<>(small(2));
        requests.add(1, UploadRequest.of(prefix + "none", folder.resolve("none")));

        client.uploadAll(requests.stream(), Completion.RECORDED, Transfer.unattended(), outcomes::add);

        assertThat(outcomes)
                .hasSize(3)
                .filteredOn(outcome -> outcome.failure() != null)
                .singleElement()
                .satisfies(failed -> {
                    assertThat(failed.request().path()).endsWith("none");
                    assertThat(failed.failure()).isInstanceOf(UncheckedIOException.class);
                });
    }

    @Test
    void aPathThatIsRefusedIsAFailureOfItsOwn() {
        List<UploadRequest> requests = new ArrayList<>(small(2));
        requests.add(UploadRequest.of(prefix + "a//b", Content.bytes(new byte[1])));

        client.uploadAll(requests.stream(), Completion.RECORDED, Transfer.unattended(), outcomes::add);

        assertThat(outcomes)
                .hasSize(3)
                .filteredOn(outcome -> outcome.failure() != null)
                .singleElement()
                .satisfies(failed -> assertThat(failed.failure()).hasMessageContaining("/files/invalid-path"));
    }

    @Test
    void bytesThatCannotBeSentAreAFailureOfTheirFile() {
        product.blobs().next(1, call -> true, Fault.status(404, Map.of()));

        client.uploadAll(small(5).stream(), Completion.RECORDED, Transfer.unattended(), outcomes::add);

        assertThat(outcomes)
                .hasSize(5)
                .filteredOn(outcome -> outcome.failure() != null)
                .hasSize(1);
    }

    @Test
    void linksThatCannotBeHadAreAFailureOfTheirFiles() {
        product.api().next(1, call -> call.is("POST", "/uploads"), Fault.status(403, Map.of()));

        client.uploadAll(small(5).stream(), Completion.RECORDED, Transfer.unattended(), outcomes::add);

        assertThat(outcomes).hasSize(5).allMatch(outcome -> outcome.failure() instanceof FileApiException);
    }

    @Test
    void requestsAreTakenAsTheyAreNeeded() {
        Cancellation cancellation = new Cancellation();
        Stream<UploadRequest> endless =
                Stream.generate(() -> UploadRequest.of(prefix + UUID.randomUUID(), Content.bytes(new byte[1])));
        product.blobs().next(Integer.MAX_VALUE, call -> true, exchange -> cancellation.cancel());

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> client.uploadAll(
                        endless, Completion.SENT, new Transfer(ProgressListener.NONE, cancellation), outcomes::add));
    }

    @Test
    void whatIsSentIsSeenByReadersThoughTheServiceWasNotAskedToRecordIt() {
        client.uploadAll(small(10).stream(), Completion.SENT, Transfer.unattended(), outcomes::add);

        assertThat(outcomes).hasSize(10).allMatch(outcome -> outcome.failure() == null);
        assertThat(product.api().calls(call -> call.is("POST", "/complete"))).isEmpty();
        assertThat(client.list(ListQuery.prefix(prefix))).hasSize(10);
    }

    @Test
    void manyFilesAreDownloadedWithOneCallForTheirLinks() throws IOException {
        client.upload(TestFiles.random(folder, "large", 3 * Product.BLOCK), prefix + "large");
        client.uploadAll(small(10).stream(), Completion.RECORDED, Transfer.unattended(), outcomes::add);
        product.api().reset();
        List<Outcome<DownloadRequest, DownloadedFile>> downloaded = new ArrayList<>();

        client.downloadAll(
                Stream.concat(
                                client.list(ListQuery.prefix(prefix)).map(StoredFile::ref),
                                Stream.of(FileRef.path(prefix + "none")))
                        .map(file -> DownloadRequest.of(file, folder.resolve("copy" + UUID.randomUUID()))),
                Transfer.unattended(),
                downloaded::add);

        assertThat(downloaded)
                .hasSize(12)
                .filteredOn(outcome -> outcome.failure() != null)
                .hasSize(1);
        assertThat(product.api().calls(call -> call.method().equals("POST"))).hasSize(1);
    }

    @Test
    void manyFilesAreDeletedInOneCall() {
        client.uploadAll(small(3).stream(), Completion.RECORDED, Transfer.unattended(), outcomes::add);
        StoredFile known = client.stat(FileRef.path(prefix + 1));
        client.upload(UploadRequest.of(prefix + 1, Content.bytes(new byte[9])), Transfer.unattended());

        List<Outcome<Deletion, Boolean>> deleted =
                client.deleteAll(List.of(Deletion.of(prefix + 0), Deletion.of(prefix + "none"), Deletion.of(known)));

        assertThat(deleted).extracting(Outcome::value).containsExactly(true, false, null);
        assertThat(deleted.get(2).failure()).hasMessageContaining("/files/precondition-failed");
    }

    @Test
    void allFilesOfAFolderAreDeleted() {
        client.uploadAll(small(3).stream(), Completion.RECORDED, Transfer.unattended(), outcomes::add);

        assertThat(client.deletePrefix(prefix)).isEqualTo(3);
        assertThat(client.list(ListQuery.prefix(prefix))).isEmpty();
    }

    @Test
    void manyFilesAreMovedInOneCall() {
        client.uploadAll(small(3).stream(), Completion.RECORDED, Transfer.unattended(), outcomes::add);
        UUID second = client.stat(FileRef.path(prefix + 1)).fileId();

        List<Outcome<Move, StoredFile>> moved = client.moveAll(List.of(
                Move.of(prefix + 0, prefix + "a/0"), Move.of(second, prefix + 0), Move.of(prefix + 2, prefix + 0)));

        assertThat(moved.get(0).get().path()).isEqualTo(prefix + "a/0");
        assertThat(moved.get(1).get().fileId()).isEqualTo(second);
        assertThat(moved.get(2).failure()).isInstanceOf(FileApiException.class);
    }

    @Test
    void aFolderIsMoved() {
        client.uploadAll(small(3).stream(), Completion.RECORDED, Transfer.unattended(), outcomes::add);
        String to = TestFiles.path("");

        assertThat(client.movePrefix(prefix, to)).isEqualTo(3);
        assertThat(client.list(ListQuery.prefix(to))).hasSize(3);
    }

    private List<UploadRequest> small(int files) {
        return IntStream.range(0, files)
                .mapToObj(i -> UploadRequest.of(prefix + i, Content.bytes(new byte[i])))
                .toList();
    }
}
