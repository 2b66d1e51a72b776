package dev.fileapi.local.functions;

import com.microsoft.azure.functions.ExecutionContext;
import java.util.UUID;
import java.util.logging.Logger;

/** What a function can ask about the invocation it is in. */
record Invocation(String functionName, String invocationId) implements ExecutionContext {

    static Invocation of(String functionName) {
        return new Invocation(functionName, UUID.randomUUID().toString());
    }

    @Override
    public Logger getLogger() {
        return Logger.getLogger(functionName);
    }

    @Override
    public String getInvocationId() {
        return invocationId;
    }

    @Override
    public String getFunctionName() {
        return functionName;
    }
}
