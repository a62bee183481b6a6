import { expect, test } from "vitest";
import { reindexSearch } from "~/features/search/reindex-search.server";
import { useSite } from "./consent-site";

const site = useSite();
const NOWHERE = "0199d1f0-0000-7000-8000-0000000000a9";

test.each([
  ["en", "We do not know this interest or this area any more"],
  ["es", "Ya no conocemos este interés o esta zona"],
])("an address that names no interest or area there is says so, and counts nothing (%s)", async (language, gone) => {
  await reindexSearch(site.wiring);
  const ines = `${await site.app.signInAs("ines")}; lang=${language}`;
  const page = async (asked: string) => (await site.app.get(`/coordinator/demand${asked}`, ines)).body;
  for (const asked of ["?interest=falconry", `?interest=animals&near=${NOWHERE}`, "?interest=animals&near=xyz"])
    expect(await page(asked), asked).toContain(gone);
  for (const asked of ["", "?interest=animals"]) expect(await page(asked), asked).not.toContain(gone);
});
