/** Requests that are made at once for many files. */
const AT_ONCE = 6;

/** Does something for each, a few at a time; the results are in their order, and one that fails does not end the others. */
export async function inTurns<T, R>(items: T[], act: (item: T) => Promise<R>): Promise<PromiseSettledResult<R>[]> {
  const results: PromiseSettledResult<R>[] = [];
  const queue = items.entries();
  const worker = async () => {
    for (const [index, item] of queue) {
      [results[index]] = (await Promise.allSettled([act(item)])) as [PromiseSettledResult<R>];
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}
