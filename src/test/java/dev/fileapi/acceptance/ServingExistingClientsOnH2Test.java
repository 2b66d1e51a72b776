package dev.fileapi.acceptance;

import dev.fileapi.local.HostExtension;
import dev.fileapi.local.HostOptions;
import dev.fileapi.local.RunningHost;
import org.junit.jupiter.api.extension.RegisterExtension;

class ServingExistingClientsOnH2Test extends ServingExistingClients {

    @RegisterExtension
    static final HostExtension HOST = HostExtension.with(HostOptions.inMemory());

    @Override
    RunningHost host() {
        return HOST.host();
    }
}
