package dev.fileapi.acceptance;

import dev.fileapi.local.HostExtension;
import dev.fileapi.local.HostOptions;
import dev.fileapi.local.RunningHost;
import dev.fileapi.local.StoreKind;
import org.junit.jupiter.api.extension.RegisterExtension;

class CommitsWithoutEventsFromThePackageIT extends CommitsWithoutEventsTestBase {

    @RegisterExtension
    static final HostExtension HOST = HostExtension.with(
            HostOptions.inMemory().withEvents(false).withPackaged(true).withStore(StoreKind.POSTGRES));

    @Override
    RunningHost host() {
        return HOST.host();
    }

    @Override
    int uploadsPerCaller() {
        return 5;
    }
}
