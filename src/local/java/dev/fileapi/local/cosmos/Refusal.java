package dev.fileapi.local.cosmos;

/** A request that is not carried out ("HTTP status codes for Azure Cosmos DB"). */
final class Refusal extends RuntimeException {

    private final int status;
    private final int subStatus;

    private Refusal(int status, int subStatus, String message) {
        super(message);
        this.status = status;
        this.subStatus = subStatus;
    }

    static Refusal badRequest(String message) {
        return new Refusal(400, 0, message);
    }

    static Refusal partitionKeyMismatch() {
        return new Refusal(
                400,
                1001,
                "PartitionKey extracted from document doesn't match the one specified in the header or is incomplete");
    }

    static Refusal unauthorized() {
        return new Refusal(
                401, 0, "The input authorization token can't serve the request. The wrong key is being used.");
    }

    static Refusal notFound(String what) {
        return new Refusal(404, 0, "Entity with the specified id does not exist in the system: " + what);
    }

    /** The database or container does not exist. */
    static Refusal ownerNotFound(String what) {
        return new Refusal(404, 1003, "Owner resource does not exist: " + what);
    }

    static Refusal conflict(String message) {
        return new Refusal(409, 0, message);
    }

    static Refusal preconditionFailed() {
        return new Refusal(412, 0, "One of the specified pre-condition is not met");
    }

    /** The filter of a conditional patch is not met. */
    static Refusal filterNotMet() {
        return new Refusal(412, 1110, "The patch condition is not satisfied");
    }

    static Refusal tooLarge() {
        return new Refusal(413, 0, "Request size is too large");
    }

    static Refusal notImplemented(String what) {
        return new Refusal(501, 0, "The emulator does not implement " + what);
    }

    int status() {
        return status;
    }

    int subStatus() {
        return subStatus;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
