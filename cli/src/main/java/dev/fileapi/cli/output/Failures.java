package dev.fileapi.cli.output;

import dev.fileapi.client.FileApiException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CancellationException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Reports the failure of a command in one line. */
public final class Failures implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        new Output(command.getOut(), command.getErr(), UsageErrors.isJson(parsed)).failure(null, failure);
        return ExitStatus.of(failure);
    }

    /** Returns what went wrong, for people. */
    public static String message(Throwable failure) {
        if (failure instanceof UncheckedIOException io && io.getCause() != null) {
            return message(io.getCause());
        }
        if (failure instanceof NoSuchFileException) {
            return "no such file or folder on this machine";
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied on this machine";
        }
        if (failure instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        if (failure instanceof CancellationException) {
            return "interrupted; the same command goes on";
        }
        if (failure instanceof FileApiException refusal && refusal.detail().isPresent()) {
            return refusal.status() == 0
                    ? "no answer: " + refusal.detail().get()
                    : refusal.detail().get();
        }
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
