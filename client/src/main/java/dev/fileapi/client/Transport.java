package dev.fileapi.client;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/** Sends requests, and gives them up when they are cancelled or when nothing moves. */
final class Transport {

    private final HttpClient http;

    Transport(HttpClient http) {
        this.http = http;
    }

    /**
     * Returns the answer.
     *
     * @param moved how many bytes of the request's or the answer's body have moved so far
     * @param stall how long it may take until more have
     * @throws CancellationException when it is cancelled, or this thread interrupted
     * @throws IOException when the connection breaks, or nothing moves
     */
    <T> HttpResponse<T> send(
            HttpRequest request, BodyHandler<T> handler, LongSupplier moved, Duration stall, Cancellation cancellation)
            throws IOException {
        cancellation.check();
        CompletableFuture<HttpResponse<T>> exchange = http.sendAsync(request, handler);
        Cancellation.Registration registration = cancellation.onCancel(() -> exchange.cancel(true));
        try {
            return await(exchange, moved, stall);
        } catch (CancellationException e) {
            exchange.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            throw brokenBy(e);
        } finally {
            registration.close();
        }
    }

    private static <T> T await(CompletableFuture<T> exchange, LongSupplier moved, Duration stall)
            throws ExecutionException, HttpTimeoutException {
        long seen = moved.getAsLong();
        while (true) {
            try {
                return exchange.get(stall.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                long now = moved.getAsLong();
                if (now == seen) {
                    exchange.cancel(true);
                    throw new HttpTimeoutException("nothing moved for " + stall);
                }
                seen = now;
            } catch (InterruptedException e) {
                throw Cancellation.interrupted();
            }
        }
    }

    private static IOException brokenBy(ExecutionException failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof LocalFileException local) {
                return local;
            }
        }
        return cause instanceof IOException e ? e : new IOException(cause.toString(), cause);
    }
}
