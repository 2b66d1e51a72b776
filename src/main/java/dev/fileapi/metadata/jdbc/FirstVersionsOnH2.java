package dev.fileapi.metadata.jdbc;

import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.store.FileCreation;
import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.Optional;

/** In one transaction: H2 has no statement that does it. */
@JdbcStore
@Singleton
@Requires(property = "fileapi.jdbc.url", pattern = "jdbc:h2:.*")
final class FirstVersionsOnH2 implements FirstVersions {

    private final FileRows files;
    private final VersionRows versions;
    private final TransactionOperations<Connection> transactions;

    FirstVersionsOnH2(FileRows files, VersionRows versions, TransactionOperations<Connection> transactions) {
        this.files = files;
        this.versions = versions;
        this.transactions = transactions;
    }

    @Override
    public FileCreation create(FileRecord file, VersionRecord first) {
        Optional<FileRow> occupant = files.findBySlot(
                file.workspace().organisationId(),
                file.workspace().workspaceId(),
                file.slot().value());
        if (occupant.isPresent()) {
            return new FileCreation.SlotTaken(occupant.get().file());
        }
        return transactions.executeWrite(transaction -> new FileCreation.Created(
                files.save(FileRow.of(file)).file(),
                versions.save(VersionRow.of(first)).version()));
    }
}
