package dev.fileapi.acceptance;

import dev.fileapi.local.HostExtension;
import dev.fileapi.local.HostOptions;
import dev.fileapi.local.RunningHost;
import dev.fileapi.local.StoreKind;
import org.junit.jupiter.api.extension.RegisterExtension;

class CommitNoticeFromThePackageIT extends CommitNoticeTestBase {

    @RegisterExtension
    static final HostExtension HOST = HostExtension.with(HostOptions.inMemory()
            .withSetting(LIST_CHECK_BUDGET, "1")
            .withPackaged(true)
            .withStore(StoreKind.POSTGRES));

    @Override
    RunningHost host() {
        return HOST.host();
    }
}
