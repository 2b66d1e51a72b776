package dev.fileapi.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** The local service while it is not running: its records and its blobs. */
public final class StoppedService {

    private StoppedService() {}

    /**
     * Starts the store and the blob service of a data folder.
     *
     * @param started receives what is started, also when not all of it starts
     * @return settings by property name
     * @throws StartException when there is no such data folder, or it is in use
     */
    public static Map<String, Object> start(Path data, StoreKind store, Closer started) {
        try {
            DataFolder folder = started.add(DataFolder.openExisting(data));
            LocalStore records =
                    started.add(LocalStore.start(store, folder.store(store.toString()), Clock.systemUTC()));
            Azurite azurite = started.add(Azurite.start(
                    AzuriteOptions.defaults().withProject(Project.folder()).withData(folder.blobs())));
            return new ServiceSettings()
                    .with(records.settings())
                    .with("FILEAPI_BLOBS_CONNECTION_STRING", azurite.connectionString())
                    .with("FILEAPI_BLOBS_CREATE_CONTAINER", "true")
                    .properties();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("Interrupted", e);
        } catch (IOException e) {
            throw new StartException(String.valueOf(e.getMessage()), e);
        }
    }
}
