package dev.fileapi.metadata.jdbc;

import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.FileCreation;
import dev.fileapi.files.store.NewFile;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Stores many new files with their first versions in one transaction, so that the database commits to its disk once. */
@JdbcStore
@Singleton
final class NewFileRows {

    /** Enough that a commit is a small part of the work, and so few that another workspace need not wait long for its turn. */
    static final int MAX = 250;

    private final FileRows files;
    private final VersionRows versions;
    private final TransactionOperations<Connection> transactions;

    NewFileRows(FileRows files, VersionRows versions, TransactionOperations<Connection> transactions) {
        this.files = files;
        this.versions = versions;
        this.transactions = transactions;
    }

    /**
     * Stores those whose slots are free; how each ended is told in their order.
     *
     * @param created of one workspace, at least one
     * @throws DuplicateKeyException when another file came into one of the slots meanwhile; nothing was written
     */
    List<FileCreation> create(List<NewFile> created) {
        Map<String, FileCreation> bySlot = new HashMap<>(taken(created));
        List<NewFile> free = created.stream()
                .filter(each -> !bySlot.containsKey(slot(each)))
                // two callers with the same slots must not wait for each other
                .sorted(Comparator.comparing(NewFileRows::slot))
                .toList();
        List<FileCreation> stored = free.isEmpty() ? List.of() : transactions.executeWrite(transaction -> save(free));
        for (int i = 0; i < free.size(); i++) {
            bySlot.put(slot(free.get(i)), stored.get(i));
        }
        return created.stream()
                .map(each -> Objects.requireNonNull(bySlot.get(slot(each))))
                .toList();
    }

    private Map<String, FileCreation> taken(List<NewFile> created) {
        Workspace workspace = created.get(0).file().workspace();
        String[] slots = created.stream().map(NewFileRows::slot).toArray(String[]::new);
        return files.findBySlots(workspace.organisationId(), workspace.workspaceId(), slots).stream()
                .collect(Collectors.toMap(FileRow::slot, row -> new FileCreation.SlotTaken(row.file())));
    }

    private List<FileCreation> save(List<NewFile> free) {
        List<FileRow> newFiles =
                files.saveAll(free.stream().map(each -> FileRow.of(each.file())).toList());
        List<VersionRow> firsts = versions.saveAll(
                free.stream().map(each -> VersionRow.of(each.first())).toList());
        List<FileCreation> stored = new ArrayList<>();
        for (int i = 0; i < free.size(); i++) {
            stored.add(new FileCreation.Created(
                    newFiles.get(i).file(), firsts.get(i).version()));
        }
        return stored;
    }

    private static String slot(NewFile created) {
        return created.file().slot().value();
    }
}
