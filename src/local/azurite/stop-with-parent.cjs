// Preloaded into Azurite: makes it save its data and stop when the process that started it closes its standard input, which
// also happens when that process is killed.
let stopping = false;
process.once("SIGINT", () => (stopping = true));
process.once("SIGTERM", () => (stopping = true));

// what is written while stopping is not read; an unhandled error here would cut the saving short
process.stdout.on("error", () => {});
process.stderr.on("error", () => {});

process.stdin.on("end", () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  if (!stopping) {
    process.kill(process.pid, "SIGTERM");
  }
});
process.stdin.resume();
process.stdin.unref();
