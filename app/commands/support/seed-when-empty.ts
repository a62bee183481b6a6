import { withOwnerLock } from "~db/owner-lock";
import { needsSample, type SeedOptions, seedSample } from "~db/seed/seed-sample";

/**
 * Fills a database that has no school with the sample schools, or finishes what an interrupted start left half done.
 * Two starts at once seed once.
 */
export async function seedWhenEmpty(
  options: SeedOptions & { ownerUrl: string },
  say: (sentence: string) => void,
): Promise<void> {
  await withOwnerLock(options.ownerUrl, async () => {
    if (!(await needsSample(options.webUrl))) return;
    say("Writing the sample schools …");
    await seedSample(options);
  });
}
