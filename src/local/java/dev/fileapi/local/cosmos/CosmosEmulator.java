package dev.fileapi.local.cosmos;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * An Azure Cosmos DB account in memory, served over HTTP on a free port of this machine. The Java client talks to it in gateway mode,
 * with the system property {@code COSMOS.HTTP_CONNECTION_WITHOUT_TLS_ALLOWED} set to true.
 */
public final class CosmosEmulator implements AutoCloseable {

    /** The key that Microsoft's emulator has; no secret. */
    public static final String KEY =
            "C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw/Jw==";

    private final Server server;
    private final Account account;
    private final Gateway gateway;
    private final String endpoint;

    private CosmosEmulator(Server server, Account account, Gateway gateway, String endpoint) {
        this.server = server;
        this.account = account;
        this.gateway = gateway;
        this.endpoint = endpoint;
    }

    /** One with containers of a single physical partition, on a free port. */
    public static CosmosEmulator start(Clock clock) {
        return start(clock, 1, 0);
    }

    /**
     * Starts one.
     *
     * @param clock what tells the age of documents
     * @param physicalPartitions into how many each container is split, 1 to 64
     * @param port 0 for a free one
     */
    public static CosmosEmulator start(Clock clock, int physicalPartitions, int port) {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        server.addConnector(connector);
        try {
            connector.open();
            String endpoint = "http://127.0.0.1:" + connector.getLocalPort() + "/";
            Account account = new Account(physicalPartitions, clock);
            Gateway gateway = new Gateway(new Router(account, endpoint), new MasterKey(KEY));
            server.setHandler(new GatewayHandler(gateway));
            server.start();
            return new CosmosEmulator(server, account, gateway, endpoint);
        } catch (Exception e) {
            throw new IllegalStateException("The emulator did not start", e);
        }
    }

    /** As {@code http://127.0.0.1:8081/}. */
    public String endpoint() {
        return endpoint;
    }

    /** Makes the given number of next calls that the test accepts fail. */
    public void fail(Predicate<Call> calls, int times, Fault fault) {
        gateway.faults().add(calls, times, fault);
    }

    /** Removes all faults and the limit of request units. */
    public void heal() {
        gateway.faults().clear();
        gateway.limit(null);
    }

    /** Throttles calls for documents beyond this number of request units per second. */
    public void limit(double requestUnitsPerSecond) {
        limit(requestUnitsPerSecond, System::nanoTime);
    }

    /** As {@link #limit(double)}, by a time of the test's own: so throttling need not depend on how fast the machine is. */
    public void limit(double requestUnitsPerSecond, LongSupplier nanoTime) {
        gateway.limit(new RequestBudget(requestUnitsPerSecond, nanoTime));
    }

    /** Tells of every call that was answered, from several threads; replaces the listener before. */
    public void listen(Consumer<Answered> listener) {
        gateway.listener(listener);
    }

    /** Stores new documents without a call, for tests that need very many. */
    public void load(String database, String container, Stream<ObjectNode> documents) {
        Container into = account.find(database).find(container);
        documents.forEach(document -> into.write(transaction -> transaction.store(
                        into.findOrCreate(into.definition().partitionKeyOf(document)), document, null))
                .forgetTree());
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The emulator did not stop", e);
        }
    }
}
