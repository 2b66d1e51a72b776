package dev.fileapi.acceptance;

import dev.fileapi.local.HostExtension;
import dev.fileapi.local.RunningHost;
import dev.fileapi.local.StoreKind;
import org.junit.jupiter.api.extension.RegisterExtension;

class VerifiedUploadsFromThePackageIT extends VerifiedUploadsTestBase {

    @RegisterExtension
    static final HostExtension HOST =
            HostExtension.with(readingInSections().withPackaged(true).withStore(StoreKind.POSTGRES));

    @Override
    RunningHost host() {
        return HOST.host();
    }
}
