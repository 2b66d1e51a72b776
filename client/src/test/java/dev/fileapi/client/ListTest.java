package dev.fileapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Listing, reading and changing the records of files. */
class ListTest {

    @RegisterExtension
    static final Product product = new Product();

    private final FileApiClient client = product.client().build();
    private final String folder = TestFiles.path("");

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void aListGoesOverAllPages() {
        List<String> paths =
                IntStream.range(0, 5).mapToObj(i -> folder + i + ".txt").toList();
        paths.forEach(this::upload);

        assertThat(client.list(ListQuery.prefix(folder).withPageSize(2)))
                .extracting(StoredFile::path)
                .containsExactlyElementsOf(paths);
        assertThat(product.api().calls(call -> call.is("GET", "cursor="))).hasSize(3);
    }

    @Test
    void aPageIsAskedForWhenItIsNeeded() {
        IntStream.range(0, 5).forEach(i -> upload(folder + i + ".txt"));
        product.api().reset();

        client.list(ListQuery.prefix(folder).withPageSize(2)).limit(2).forEach(file -> {});

        assertThat(product.api().calls(call -> call.is("GET", "cursor="))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"files\":[",
                "{\"files\":[],\"links\":{\"next\":\"http://localhost/files\"}}",
                "{\"links\":{\"next\":null}}"
            })
    void aPageThatIsNotWholeIsNotTakenAsTheEnd(String page) {
        product.api().next(10, call -> call.is("GET", "/files?"), exchange -> exchange.sendText(page));

        assertThatThrownBy(() -> client.list(ListQuery.prefix(folder)).toList()).isInstanceOf(FileApiException.class);
    }

    @Test
    void aFolderIsListedWithItsFolders() {
        upload(folder + "a.txt");
        upload(folder + "b/c.txt");
        upload(folder + "b/d.txt");

        assertThat(client.listFolder(folder))
                .extracting(ListEntry::path)
                .containsExactlyInAnyOrder(folder + "a.txt", folder + "b/");
    }

    @Test
    void filesAreFoundByNameTagAndChecksum() {
        UploadedFile uploaded = client.upload(
                UploadRequest.of(folder + "Found.txt", Content.bytes("+/found".getBytes(StandardCharsets.UTF_8)))
                        .withTags(Map.of("site&x", "nörth+1")),
                Transfer.unattended());
        upload(folder + "other.txt");

        assertThat(client.list(ListQuery.prefix(folder)
                        .withName("found")
                        .withTags(Map.of("site&x", "nörth+1"))
                        .withSha256(uploaded.sha256())))
                .extracting(StoredFile::name)
                .containsExactly("Found.txt");
    }

    @Test
    void aFileIsReadByPathByIdAndAtAVersion() {
        UploadedFile first = upload(folder + "a.txt");
        UploadedFile second = upload(folder + "a.txt");

        assertThat(client.stat(FileRef.path(folder + "a.txt")).versionId()).isEqualTo(second.versionId());
        assertThat(client.stat(FileRef.id(first.fileId())).versionId()).isEqualTo(second.versionId());
        assertThat(client.stat(FileRef.id(first.fileId()).at(first.versionId())).versionId())
                .isEqualTo(first.versionId());
    }

    @Test
    void versionsAreListedNewestFirst() {
        UploadedFile first = upload(folder + "a.txt");
        UploadedFile second = upload(folder + "a.txt");

        assertThat(client.versions(FileRef.path(folder + "a.txt")))
                .extracting(FileVersion::versionId)
                .containsExactly(second.versionId(), first.versionId());
    }

    @Test
    void aDeletedFileIsRestored() {
        UploadedFile uploaded = upload(folder + "a.txt");

        client.delete(FileRef.path(folder + "a.txt"));

        assertThat(client.list(ListQuery.prefix(folder))).isEmpty();
        assertThat(client.list(ListQuery.prefix(folder).onlyDeleted())).hasSize(1);
        assertThat(client.restore(uploaded.fileId()).path()).isEqualTo(folder + "a.txt");
    }

    @Test
    void aFileWhosePathIsTakenIsRestoredUnderAnotherName() {
        UploadedFile uploaded = upload(folder + "a.txt");
        client.delete(FileRef.id(uploaded.fileId()));
        upload(folder + "a.txt");

        assertThat(client.restore(uploaded.fileId()).path()).isNotEqualTo(folder + "a.txt");
    }

    @Test
    void aVersionIsNotDeletedByItself() {
        FileRef version = FileRef.id(UUID.randomUUID()).at("1");

        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> client.delete(version));
    }

    @Test
    void anOldVersionBecomesTheLatest() {
        UploadedFile first = upload(folder + "a.txt");
        UploadedFile second = upload(folder + "a.txt");

        StoredFile promoted = client.promote(first.fileId(), first.versionId(), Condition.NONE);

        assertThat(promoted.checksums().sha256()).isEqualTo(first.sha256()).isNotEqualTo(second.sha256());
        assertThat(client.versions(FileRef.id(first.fileId()))).hasSize(3);
    }

    @Test
    void theCallerIsTold() {
        assertThat(client.me().organisations())
                .filteredOn(organisation -> organisation.id().equals(Product.ORGANISATION))
                .flatExtracting(Caller.Organisation::workspaces)
                .extracting(Caller.Workspace::id)
                .contains(Product.WORKSPACE);
    }

    private UploadedFile upload(String path) {
        byte[] content = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        return client.upload(UploadRequest.of(path, Content.bytes(content)), Transfer.unattended());
    }
}
