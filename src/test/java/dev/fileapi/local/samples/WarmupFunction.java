package dev.fileapi.local.samples;

import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.WarmupTrigger;

public final class WarmupFunction {

    private final Journal journal;

    public WarmupFunction(Journal journal) {
        this.journal = journal;
    }

    @FunctionName("Warmup")
    public void run(@WarmupTrigger(name = "context") Object context) {
        journal.add("warm");
    }
}
