package dev.fileapi.acceptance;

import dev.fileapi.local.HostExtension;
import dev.fileapi.local.HostOptions;
import dev.fileapi.local.RunningHost;
import org.junit.jupiter.api.extension.RegisterExtension;

class ExistingClientsOnH2Test extends ExistingClientsTestBase {

    @RegisterExtension
    static final HostExtension HOST = HostExtension.with(HostOptions.inMemory());

    @Override
    RunningHost host() {
        return HOST.host();
    }
}
