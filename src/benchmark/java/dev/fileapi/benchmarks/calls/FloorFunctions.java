package dev.fileapi.benchmarks.calls;

import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Functions that a service with these duties cannot be cheaper than. They use the libraries of the package. */
public final class FloorFunctions {

    /** Of their one table. */
    static final String SCHEMA = "benchmark_floor";

    private static final int POOL_SIZE = 10;
    private static final String ALGORITHM = "HmacSHA256";
    private static final String INSERT = "INSERT INTO " + SCHEMA + ".links (id, path, created_at) VALUES (?, ?, ?)";

    private final HikariDataSource pool;
    private final SecretKeySpec key;

    /** With a pool of the size that the service has by default, to the database of the service's settings. */
    public FloorFunctions() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(System.getenv("FILEAPI_JDBC_URL"));
        config.setDriverClassName("org.postgresql.Driver");
        config.setMaximumPoolSize(POOL_SIZE);
        this.pool = new HikariDataSource(config);
        this.key = new SecretKeySpec(new byte[64], ALGORITHM);
    }

    /** Does nothing. */
    public HttpResponseMessage empty(HttpRequestMessage<Optional<String>> request) {
        return answer(request, "");
    }

    /** Commits one row and computes one signature of a text about as long as that of a link. */
    public HttpResponseMessage insertAndSign(HttpRequestMessage<Optional<String>> request)
            throws SQLException, GeneralSecurityException {
        UUID id = UUID.randomUUID();
        String path = "floor/" + id;
        try (Connection connection = pool.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, id);
            insert.setString(2, path);
            insert.setObject(3, OffsetDateTime.now(ZoneOffset.UTC));
            insert.executeUpdate();
        }
        Mac mac = Mac.getInstance(ALGORITHM);
        mac.init(key);
        String text = "rw\n\n2026-01-01T00:00:00Z\n/blob/account/container/" + path
                + "\n\n\n\nhttps\n2026-02-06\nb\n\n\n\n\n\n\n";
        byte[] signature = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        return answer(request, Base64.getEncoder().encodeToString(signature));
    }

    private static HttpResponseMessage answer(HttpRequestMessage<Optional<String>> request, String link) {
        return request.createResponseBuilder(HttpStatus.OK)
                .header("Content-Type", "application/json")
                .body("{\"upload\":\"" + link + "\"}")
                .build();
    }
}
