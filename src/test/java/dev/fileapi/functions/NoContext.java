package dev.fileapi.functions;

import com.microsoft.azure.functions.ExecutionContext;
import java.util.logging.Logger;

/** The context of an invocation that asks nothing of it. */
public final class NoContext implements ExecutionContext {

    @Override
    public Logger getLogger() {
        return Logger.getLogger("function");
    }

    @Override
    public String getInvocationId() {
        return "invocation";
    }

    @Override
    public String getFunctionName() {
        return "function";
    }
}
