package dev.fileapi.acceptance;

import dev.fileapi.local.HostExtension;
import dev.fileapi.local.RunningHost;
import org.junit.jupiter.api.extension.RegisterExtension;

class VerifiedUploadsOnH2Test extends VerifiedUploadsTestBase {

    @RegisterExtension
    static final HostExtension HOST = HostExtension.with(readingInSections());

    @Override
    RunningHost host() {
        return HOST.host();
    }
}
