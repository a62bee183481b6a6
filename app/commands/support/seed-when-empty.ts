import { createDatabase } from "~db/connection.server";
import { withOwnerLock } from "~db/owner-lock";
import { listSchools } from "~db/schools.server";
import { withSystem } from "~db/scope.server";

/** Fills a database that has no school with the sample schools. Two starts at once seed once. */
export async function seedWhenEmpty(
  urls: { ownerUrl: string; webUrl: string },
  say: (sentence: string) => void,
): Promise<void> {
  await withOwnerLock(urls.ownerUrl, async () => {
    if (await hasSchools(urls.webUrl)) return;
    say("Writing the sample schools …");
    const { seedSample } = await import("~db/seed/seed-sample");
    await seedSample(urls);
  });
}

async function hasSchools(webUrl: string): Promise<boolean> {
  const db = createDatabase(webUrl, { max: 1 });
  try {
    return (await withSystem({ db }, listSchools)).length > 0;
  } finally {
    await db.close();
  }
}
