const AT_ONCE = 10;

/** Deeds that do not wait for one another, a few at a time; the answers in their order. */
export async function inParallel<T, R>(
  items: readonly T[],
  deed: (item: T) => Promise<R>,
): Promise<R[]> {
  const answers: R[] = [];
  let next = 0;
  const work = async () => {
    for (let at = next++; at < items.length; at = next++) {
      answers[at] = await deed(items[at] as T);
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, work));
  return answers;
}
