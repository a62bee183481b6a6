import type { Wiring } from "~/wiring";

/**
 * Does the same for each of many, one after the other, and adds up what each answers. One that fails does not keep those behind it
 * waiting: it is logged with `about`, and the first error is thrown after the last, so that the job is tried again.
 */
export async function oneByOne<Item>(
  { log }: Pick<Wiring, "log">,
  items: readonly Item[],
  { about, work }: { about: (item: Item) => Record<string, string>; work: (item: Item) => Promise<number> },
): Promise<number> {
  let count = 0;
  const errors: unknown[] = [];
  for (const item of items) {
    try {
      count += await work(item);
    } catch (err) {
      log.error({ err, ...about(item) }, "one of many failed in a job");
      errors.push(err);
    }
  }
  if (errors.length > 0) throw errors[0];
  return count;
}
