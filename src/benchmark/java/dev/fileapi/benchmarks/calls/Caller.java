package dev.fileapi.benchmarks.calls;

import dev.fileapi.access.Role;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.local.RunningHost;
import dev.fileapi.local.TokenOrder;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;

/** One of the callers that call at the same time, each in a workspace of its own. Not for two threads at once. */
final class Caller {

    private static final Duration LONGER_THAN_A_RUN = Duration.ofDays(1);

    private final Connection connection;
    private final Tenant own;
    private int calls;

    Caller(Connection connection, RunningHost host) {
        this.connection = connection;
        this.own = Tenant.of(new Workspace(UUID.randomUUID(), UUID.randomUUID()), host);
    }

    Tenant own() {
        return own;
    }

    /** Another one each time. */
    int nextNumber() {
        return calls++;
    }

    /**
     * Returns the body of the answer.
     *
     * @param address below the workspace, beginning with a slash
     */
    String call(String method, Tenant tenant, String address) throws IOException {
        return connection.send(MeasuredService.SERVICE, method, tenant.path() + address, tenant.authorization());
    }

    /** @param address beginning with a slash */
    void callFloor(String method, String address) throws IOException {
        connection.send(MeasuredService.FLOOR, method, address, own.authorization());
    }

    /**
     * A workspace to call for.
     *
     * @param path of its URL, without a slash at its end
     * @param authorization the header of someone who may write
     */
    record Tenant(Workspace workspace, String path, String authorization) {

        static Tenant of(Workspace workspace, RunningHost host) {
            TokenOrder order =
                    TokenOrder.of(UUID.randomUUID(), workspace, Role.EDITOR).withLifetime(LONGER_THAN_A_RUN);
            return new Tenant(
                    workspace,
                    host.workspace(workspace).getPath(),
                    "Bearer " + host.issuer().token(order));
        }
    }
}
