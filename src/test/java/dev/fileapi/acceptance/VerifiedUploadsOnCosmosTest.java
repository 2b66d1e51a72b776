package dev.fileapi.acceptance;

import dev.fileapi.local.HostExtension;
import dev.fileapi.local.RunningHost;
import dev.fileapi.local.StoreKind;
import org.junit.jupiter.api.extension.RegisterExtension;

class VerifiedUploadsOnCosmosTest extends VerifiedUploadsTestBase {

    @RegisterExtension
    static final HostExtension HOST = HostExtension.with(readingInSections().withStore(StoreKind.COSMOS));

    @Override
    RunningHost host() {
        return HOST.host();
    }
}
