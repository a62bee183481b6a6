import { beforeEach, expect, test } from "vitest";
import { renewSearch } from "~/features/search/renew-search.server";
import { SearchError } from "~search/port";
import { sql } from "../support/sql";
import { lakeviewListing } from "../support/stage";
import { useSite } from "./consent-site";

const site = useSite();
let ana: string;
beforeEach(async () => {
  ana = await site.app.signInAs("ana");
});

const LIMITS = "q=animals&day=2&day=4&kind=internship&km=5&sort=near";
const AWAY = "The search does not answer right now";

/** Says that the search is away, keeps all that was asked for, and says nothing of what there is. */
async function expectAway(): Promise<void> {
  const { status, headers, body } = await site.app.get(`/search?${LIMITS}`, ana);
  expect([status, headers["retry-after"]]).toEqual([503, "15"]);
  expect(body).toContain(AWAY);
  for (const word of ["Nothing found", "0 placements", "Not found"]) expect(body).not.toContain(word);
  for (const [name, value] of new URLSearchParams(LIMITS)) {
    if (name === "sort") expect(body).toMatch(/<option value="near" selected=""/);
    else expect(body).toMatch(new RegExp(`<input[^>]* name="${name}"[^>]* value="${value}"`));
  }
  expect(body).toContain("Take off:");
}

test("before the search was ever filled the page says that it does not answer, and shows no empty list", async () => {
  await expectAway();
  await renewSearch(site.wiring);
  const { status, body } = await site.app.get(`/search?${LIMITS}`, ana);
  expect(status).toBe(200);
  expect(body).not.toContain(AWAY);
});

test("while all engines are away the words and limits stay in the form, and are there when one comes back", async () => {
  await renewSearch(site.wiring);
  const { search } = site.wiring;
  const away = () => Promise.reject(new SearchError("engine_down", "nobody answers"));
  Object.assign(site.wiring, { search: { ...search, search: away, totals: away, count: away } });
  await expectAway();
  Object.assign(site.wiring, { search });
  expect((await site.app.get(`/search?${LIMITS}`, ana)).status).toBe(200);
});

test.each(["page=99", "q=animals&day=2&day=4&page=99", "q=animals&page=2"])(
  "behind the last page (%s) the reader is led to the last one, with all limits",
  async (asked) => {
    await renewSearch(site.wiring);
    const { status, headers } = await site.app.get(`/search?${asked}`, ana);
    expect(status).toBe(302);
    const to = new URL(headers.location ?? "", site.app.origin);
    const before = new URLSearchParams(asked);
    before.delete("page");
    const after = new URLSearchParams(to.search);
    expect(Number(after.get("page"))).toBeGreaterThan(0);
    after.delete("page");
    expect(after.toString()).toBe(before.toString());
    const last = await site.app.get(`${to.pathname}${to.search}`, ana);
    expect(last.status).toBe(200);
    expect(last.body).not.toContain("Nothing found");
  },
);

test("what an address says and nobody can read is named and left out, and the rest applies", async () => {
  await renewSearch(site.wiring);
  const { status, body } = await site.app.get(
    "/search?q=animals&km=abc&day=9&day=2&sort=zzz&kind=internship&kind=job&hours=noon",
    ana,
  );
  expect(status).toBe(200);
  expect(body).toContain("so we left it out: Kind, Day, Hours, Distance, Order");
  expect(body).not.toContain("NaN");
  const set = body.slice(body.indexOf('aria-label="Limits that are set"'), body.indexOf("Take all off"));
  expect(set.match(/Take off:/g)).toHaveLength(2);
  expect(set).toContain("Tuesday");
  const { body: plain } = await site.app.get("/search?q=animals&day=2&kind=internship", ana);
  expect(plain).not.toContain("left it out");
  const found = (page: string) => /<h2 id="found"[^>]*>([^<]*)</.exec(page)?.[1];
  expect(found(body)).toBe(found(plain));
});

test.each([
  ["en", "so no distance can be measured. We left it out: Distance, Order"],
  ["es", "no se puede medir ninguna distancia. La dejamos fuera: "],
])(
  "where no place is known to measure from a distance limits nothing, and the page says so (%s)",
  async (language, why) => {
    await sql(site.database, "update schools set latitude = null, longitude = null");
    await sql(site.database, "update students set area_id = null");
    await renewSearch(site.wiring);
    const page = async (asked: string) => (await site.app.get(`/search?${asked}`, `${ana}; lang=${language}`)).body;
    const [far, plain] = [await page("q=animals&km=5&sort=near"), await page("q=animals")];
    expect(far).toContain(why);
    expect(plain).not.toContain(why);
    expect(far).not.toContain('aria-label="Limits that are set"');
    const results = (body: string) => [...body.matchAll(/href="(\/placements\/[^"]+)"/g)].map(([, href]) => href);
    expect(results(plain).length).toBeGreaterThan(1);
    expect(results(far)).toEqual(results(plain));
  },
);

test.each([
  ["en", "What you will learn", "Also called: Vet assistant", "What students learn there:"],
  ["es", "Lo que aprenderás", "También se llama: Vet assistant", "Lo que se aprende allí:"],
])(
  "a placement says what a student learns there, and a result found by it says so too (%s)",
  async (language, learn, called, found) => {
    const as = `${ana}; lang=${language}`;
    const { body } = await site.app.get(`/placements/${lakeviewListing("clinic-care")}`, as);
    for (const word of [learn, called, "Hold and calm an animal"]) expect(body).toContain(word);
    await renewSearch(site.wiring);
    const page = (await site.app.get("/search?q=calming+an+animal", as)).body;
    expect(page).toContain(found);
    expect(page).toMatch(/Hold and <mark[^>]*>calm<\/mark> <mark[^>]*>an<\/mark> <mark[^>]*>animal<\/mark>/);
    expect(page).not.toContain("exam room");
  },
);

test("how many seats have to be open is chosen, stands among the limits, and what nobody can choose is left out", async () => {
  await renewSearch(site.wiring);
  const { body } = await site.app.get("/search?q=food&open=5", ana);
  const radio = (value: string) => new RegExp(`<input[^>]* name="open"[^>]*value="${value}"[^>]*>`).exec(body)?.[0];
  for (const value of ["", "1", "2", "5", "10"]) expect(radio(value)).toContain('type="radio"');
  expect(radio("5")).toContain("checked");
  const set = body.slice(body.indexOf('aria-label="Limits that are set"'), body.indexOf("Take all off"));
  expect(set).toContain("Room for 5 students");
  expect(body).toContain("6 seats open");
  const { body: none } = await site.app.get("/search?q=clinic&kind=internship&open=10", ana);
  expect(none).toContain("No matches for “Room for 10 students”.");
  expect(none).toMatch(/\d+, open or full/);
  const { body: unread } = await site.app.get("/search?q=food&open=7", ana);
  expect(unread).toContain("so we left it out: Open places");
});

test("who follows a link to what is over reads since when, and nothing of seats, of saving or of asking", async () => {
  const address = `/placements/${lakeviewListing("clinic-care")}`;
  const offered = ["1 seat open", "What happens next", "Save"];
  const { body: before } = await site.app.get(address, ana);
  for (const word of offered) expect(before).toContain(`>${word}`);
  await sql(
    site.database,
    "update placements set ends_on = '2026-06-01' where id = (select placement_id from listings where id = $1)",
    [lakeviewListing("clinic-care")],
  );
  for (const who of ["ana", "rosa", "ines"] as const) {
    const { status, body } = await site.app.get(address, await site.app.signInAs(who));
    expect(status).toBe(200);
    expect(body).toContain("This placement is over. Its last day was Monday 1 June 2026.");
    for (const word of [...offered, "Full now"]) expect(body, who).not.toContain(`>${word}`);
  }
});

test("what rules a placement out for a student stands under a name of its own, never under why it fits", async () => {
  const address = `/placements/${lakeviewListing("clinic-care")}`;
  const sections = async () => {
    const { body } = await site.app.get(address, ana);
    const parts = body.split(/<h2[^>]*>/).slice(1);
    const under = (title: string) => parts.find((part) => part.startsWith(`${title}<`));
    return { fits: under("Why it fits you"), inTheWay: under("What stands in the way") };
  };
  const before = await sections();
  expect([before.fits?.includes("Because you like"), before.inTheWay]).toEqual([true, undefined]);
  await sql(
    site.database,
    "update placements set minimum_grade = 12 where id = (select placement_id from listings where id = $1)",
    [lakeviewListing("clinic-care")],
  );
  const { fits, inTheWay } = await sections();
  expect(inTheWay).toContain("It is for grades 12 to ");
  expect(fits).toContain("Because you like");
  expect(fits).not.toContain("It is for grades");
});

test.each([
  ["en", "Nothing has “playing” and the rest.", "without “playing”"],
  ["es", "Nada tiene «playing» y lo demás.", "sin «playing»"],
])(
  "with nothing found the word to blame is named, with a way on without it and with the limits (%s)",
  async (language, blame, offer) => {
    await renewSearch(site.wiring);
    const cookie = `${ana}; lang=${language}`;
    // Nothing is called so: what begins alike is a guess, which what comes closest is not made of.
    const { body } = await site.app.get("/search?q=playing+medixyz&kind=shadow_day", cookie);
    expect(body).toContain(blame);
    const link = new RegExp(`href="([^"]+)"[^>]*>[^<]*${offer}`).exec(body)?.[1]?.replaceAll("&amp;", "&") ?? "";
    // The word that stays is finished, as it was when it was counted.
    expect(link).toContain("?q=medixyz+&kind=shadow_day");
    const { body: wider } = await site.app.get(`/search${link.slice(link.indexOf("?"))}`, cookie);
    expect(wider).not.toContain(blame);
  },
);

test("as many as a link without a word promises are behind it", async () => {
  await renewSearch(site.wiring);
  const count = async (address: string) =>
    Number(/<h2 id="found"[^>]*>(\d+) /.exec((await site.app.get(address, ana)).body)?.[1] ?? 0);
  const { body } = await site.app.get("/search?q=playing+medixyz&kind=shadow_day", ana);
  const links = [...body.matchAll(/href="([^"]*\?[^"]*)"[^>]*>[^<]*?(\d+) [^<]*without/g)];
  expect(links.length).toBeGreaterThan(0);
  for (const [, href = "", promised] of links) {
    const to = href.replaceAll("&amp;", "&");
    expect(await count(`/search${to.slice(to.indexOf("?"))}`), to).toBe(Number(promised));
  }
});
