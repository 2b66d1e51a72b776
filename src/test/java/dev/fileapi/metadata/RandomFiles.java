package dev.fileapi.metadata;

import static dev.fileapi.files.store.FileOrder.Direction.ASCENDING;
import static dev.fileapi.files.store.FileOrder.Direction.DESCENDING;

import dev.fileapi.files.model.ChecksumAlgorithm;
import dev.fileapi.files.model.Checksums;
import dev.fileapi.files.model.FileState;
import dev.fileapi.files.model.User;
import dev.fileapi.files.model.Verification;
import dev.fileapi.files.model.VersionDetails;
import dev.fileapi.files.store.Comparison;
import dev.fileapi.files.store.FileFilter;
import dev.fileapi.files.store.FileOrder;
import dev.fileapi.files.store.SizeBound;
import dev.fileapi.files.store.TimeBound;
import dev.fileapi.files.testing.FileFilterBuilder;
import dev.fileapi.files.testing.FileRecordBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Files, filters and orders at random, of few enough values that they often meet. */
final class RandomFiles {

    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<User> USERS = List.of(user(), user(), user());
    private static final List<String> NAMES = List.of("a", "B", "b", "report", "100%", "a_b", "é", "\uFF5E", "😀");

    private final Random random;

    RandomFiles(long seed) {
        this.random = new Random(seed);
    }

    /** A file with a path of its own. */
    FileRecordBuilder next(int number) {
        StringBuilder path = new StringBuilder();
        for (int depth = random.nextInt(4); depth > 0; depth--) {
            path.append(any(NAMES)).append('/');
        }
        if (random.nextBoolean()) {
            path.append(number).append('/'); // so that many share their names
            path.append(any(NAMES));
        } else {
            path.append(any(NAMES)).append(number);
        }
        FileRecordBuilder file =
                FileRecordBuilder.file(path.toString()).createdBy(any(USERS)).createdAt(time());
        file.modifiedAt(time(), any(USERS)).size(size());
        if (random.nextBoolean()) {
            file.details(details());
        }
        return switch (random.nextInt(10)) {
            case 0 -> file.nascent();
            case 1 -> file.deletedAt(time(), any(USERS)).state(FileState.PURGING);
            case 2, 3, 4 -> file.deletedAt(time(), any(USERS));
            default -> file;
        };
    }

    FileFilter filter() {
        FileFilterBuilder filter = random.nextInt(3) == 0 ? FileFilterBuilder.deleted() : FileFilterBuilder.live();
        if (sometimes()) {
            filter.author(any(USERS));
        }
        if (sometimes()) {
            filter.modifiedBy(any(USERS));
        }
        if (sometimes()) {
            filter.deletedBy(any(USERS));
        }
        if (sometimes()) {
            filter.nameContains(any(NAMES).toUpperCase(Locale.ROOT));
        }
        if (sometimes()) {
            filter.createdAt(bound());
        }
        if (sometimes()) {
            filter.modifiedAt(bound()).modifiedAt(bound());
        }
        if (sometimes()) {
            filter.deletedAt(bound());
        }
        if (sometimes()) {
            filter.size(new SizeBound(any(List.of(Comparison.values())), size()));
        }
        if (sometimes()) {
            tags().forEach(filter::tag);
        }
        if (sometimes()) {
            checksums().values().forEach(filter::checksum);
        }
        if (sometimes()) {
            filter.prefix(any(NAMES) + (random.nextBoolean() ? "/" : ""));
        }
        return sometimes() ? filter.onlyDirectChildren().build() : filter.build();
    }

    List<FileOrder> order() {
        List<FileOrder> order = new ArrayList<>();
        for (FileOrder.Field field : FileOrder.Field.values()) {
            if (random.nextInt(5) < 2) {
                order.add(new FileOrder(field, random.nextBoolean() ? ASCENDING : DESCENDING));
            }
        }
        Collections.shuffle(order, random);
        return order.subList(0, Math.min(order.size(), 3));
    }

    int number(int bound) {
        return random.nextInt(bound);
    }

    private VersionDetails details() {
        return new VersionDetails(Verification.UNVERIFIED, checksums(), null, null, tags(), Map.of());
    }

    private Map<String, String> tags() {
        Map<String, String> tags = new HashMap<>();
        for (int more = random.nextInt(3); more > 0; more--) {
            tags.put(any(List.of("a", "a\"", "\u00e9")), any(List.of("b", "", "b:c", ",\"a\":\"b\"")));
        }
        return tags;
    }

    private Checksums checksums() {
        Checksums checksums = Checksums.NONE;
        for (ChecksumAlgorithm algorithm : ChecksumAlgorithm.values()) {
            if (random.nextBoolean()) {
                byte[] bytes = new byte[algorithm.bytes()];
                bytes[0] = (byte) random.nextInt(3);
                checksums = checksums.with(algorithm, Base64.getEncoder().encodeToString(bytes));
            }
        }
        return checksums;
    }

    private TimeBound bound() {
        return new TimeBound(any(List.of(Comparison.values())), time());
    }

    private Instant time() {
        return BEGINNING.plusNanos(1000L * random.nextInt(8));
    }

    private long size() {
        return random.nextInt(8) == 0 ? 5_000_000_000_000L : random.nextInt(8);
    }

    private boolean sometimes() {
        return random.nextInt(6) == 0;
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static User user() {
        return new User(UUID.randomUUID(), null, null);
    }
}
