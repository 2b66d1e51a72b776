package dev.fileapi.acceptance;

import dev.fileapi.local.HostExtension;
import dev.fileapi.local.HostOptions;
import dev.fileapi.local.RunningHost;
import org.junit.jupiter.api.extension.RegisterExtension;

class CommitNoticeOnH2Test extends CommitNoticeTestBase {

    @RegisterExtension
    static final HostExtension HOST = HostExtension.with(HostOptions.inMemory().withSetting(LIST_CHECK_BUDGET, "1"));

    @Override
    RunningHost host() {
        return HOST.host();
    }
}
