import { readdirSync } from "node:fs";
import { Registry } from "prom-client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { telephoneAddress } from "~/domain/phone";
import { healthPages } from "~/server/health";
import { cast } from "~db/cast";
import type { Answer, TestApp } from "../support/app";
import { type Doors, fillAddress, openDoors } from "../support/doors";
import { type AppRoute, listRoutes } from "../support/routes";
import { sql } from "../support/sql";
import { hashTables } from "../support/table-hashes";
import { type AccessLine, accessTable, BEARERS, type LinkLine, linkTable, PEOPLE } from "./access-table";
import { fillForm, type GoodForm, goodForms, sendForm } from "./good-forms";

const MINUTES = 60_000;
const LONG = { timeout: 5 * MINUTES };
const NOBODYS = "01990000-0000-7000-8000-0000000000ff";
/** Who is asked for each page: everybody the things belong to, nobody, and the bearers of links. */
const ASK_FOR_HELP: ReadonlySet<string | null> = new Set([null, ...PEOPLE.own, ...BEARERS]);
const STAFF: ReadonlySet<string> = new Set(["tom", "ines", "priya"]);
/** Pages for machines and of the sample, which belong to no school. */
const OF_NO_SCHOOL = /^\/(local|healthz|readyz|metrics)/;
const STRANGERS: ReadonlySet<string | null> = new Set(["ana", "nadia", "maya", "malik"]);
let doors: Doors;
let routes: AppRoute[];
beforeAll(async () => {
  doors = await openDoors();
  routes = await listRoutes();
}, 2 * MINUTES);
afterAll(() => doors.stop());

const lines: readonly (AccessLine | LinkLine)[] = [...accessTable, ...linkTable];
const isReading = (line: { method: string }) => line.method === "GET";
const named = (line: { method: string; path: string }) => `${line.method} ${line.path}`;

test("every route and method has one line, and every line a route", () => {
  const pages = routes.flatMap(({ path, hasAction }) => [`GET ${path}`, ...(hasAction ? [`POST ${path}`] : [])]);
  const machines = healthPages(doors.app.wiring, { metrics: new Registry(), isStopping: () => false });
  const machinePages = machines.stack.flatMap(({ route }) => (route ? [`GET ${route.path}`] : []));
  const files = readdirSync("build/client").filter((name) => name !== "assets");
  expect(lines.map(named).sort()).toEqual([...pages, ...machinePages, ...files.map((file) => `GET /${file}`)].sort());
});

test("every page that takes forms has a good form", () => {
  const addresses = lines.filter((line) => !isReading(line)).map(({ path }) => path);
  expect([...new Set(goodForms.map(({ to }) => to.split("?")[0]))].sort()).toEqual([...new Set(addresses)].sort());
});

test(
  "whoever reads a page gets the table's answer, as a document and as data, and nothing is written",
  LONG,
  async () => {
    const before = await hashTables(doors.database);
    expect(await listWrong(asked().filter(isReading), doors.app)).toEqual([]);
    expect(await hashTables(doors.database)).toEqual(before);
  },
);

test(
  "every page of a family and of a mentor names somebody at their school, and every error page says who helps",
  LONG,
  async () => {
    const numbers = await sql<{ phone: string }>(doors.database, "select help_phone as phone from schools");
    const named = numbers.map(({ phone }) => `href="${telephoneAddress(phone)}"`);
    const silent: string[] = [];
    for (const request of asked().filter((each) => isReading(each) && ASK_FOR_HELP.has(each.who))) {
      const { status, headers, body } = await ask(doors.app, request);
      if (!String(headers["content-type"]).startsWith("text/html") || status < 200 || (status >= 300 && status < 400))
        continue;
      const page = status === 200 ? body : (/<main[\s\S]*<\/main>/.exec(body)?.[0] ?? "");
      const says = named.some((number) => page.includes(number)) || (status >= 400 && page.includes('href="/question'));
      const isTheirs = !(request.who === null || STAFF.has(request.who)) && !OF_NO_SCHOOL.test(request.path);
      if (!says && (status >= 400 || isTheirs)) silent.push(`${request.path} ${request.who} ${status}`);
    }
    expect(silent).toEqual([]);
  },
);

// Attempts at a sign-in code are counted, whoever makes them.
test("whoever may not send a form is refused, and nothing is written", LONG, async () => {
  const before = await hashTables(doors.database);
  const refusedOnes = asked().filter((each) => !isReading(each) && each.answer !== "may");
  expect(await listWrong(refusedOnes, doors.app)).toEqual([]);
  expect(await hashTables(doors.database)).toEqual({ ...before, "identity.rate_limits": expect.any(String) });
});

test("whoever may send a form gets it done, from a page with scripts and without", LONG, async () => {
  const welcome = asked().filter((each) => !isReading(each) && each.answer === "may");
  expect(await listWrong(welcome, doors.forgetting)).toEqual([]);
});

test("a page that takes no forms refuses them from everybody", async () => {
  for (const { path } of routes.filter(({ hasAction }) => !hasAction)) {
    for (const person of [null, "ines"] as const) {
      const answer = await doors.app.post(fillAddress(path, doors.ids), {}, doors.cookieOf(person));
      expect([path, answer.status]).toEqual([path, 405]);
    }
  }
});

test("what is not yours and what is not there look the same", LONG, async () => {
  const { noun, ...ids } = doors.ids;
  // a noun is no id: with another one the address itself would differ
  const nowhere = { ...Object.fromEntries(Object.keys(ids).map((name) => [name, NOBODYS])), ...(noun && { noun }) };
  const strangers = asked().filter(
    ({ path, who, answer }) => STRANGERS.has(who) && /:/.test(path) && /404|409/.test(answer),
  );
  expect(strangers.length).toBeGreaterThan(20);
  for (const stranger of strangers) {
    const theirs = await ask(doors.forgetting, stranger);
    const absent = await ask(doors.forgetting, { ...stranger, values: nowhere });
    expect([named(stranger), absent.status, plain(absent)]).toEqual([named(stranger), theirs.status, plain(theirs)]);
  }
});

test("data of another route never comes through an address that somebody may read", async () => {
  const cookie = doors.cookieOf("ana");
  for (const { id } of routes) {
    const answer = await doors.app.get(`/student?_data=${encodeURIComponent(id)}`, cookie);
    expect([id, answer.status]).toEqual([id, id === "routes/student._index" ? 200 : 403]);
  }
});

test("somebody whose place ended reads the account page and nothing else of a place", async () => {
  await sql(doors.database, "update identity.memberships set to_on = '2026-10-14' where person_id = $1", [
    cast.june.personId,
  ]);
  for (const { path, method, answers } of accessTable.filter(({ answers }) => answers[0]?.answer === "in")) {
    if (method === "POST" || answers.every(({ answer }) => answer === "in" || answer === "200")) continue;
    const answer = await doors.app.get(fillAddress(path, doors.ids), doors.cookieOf("june"));
    expect([path, answer.status, answer.headers.location]).toEqual([path, 302, "/account"]);
  }
  expect((await doors.app.get("/account", doors.cookieOf("june"))).status).toBe(200);
});

test(
  "what a report says is on the page of the lead who has opened it, and in no other page, list or file",
  LONG,
  async () => {
    const said = "He drove me home.";
    const form = goodForms.find(({ to, fields }) => to === "/safeguarding/:concernId" && fields.intent === "unseal");
    const address = fillAddress("/safeguarding/:concernId", doors.ids);
    await sendForm(doors.app, form as GoodForm, { address, ids: doors.ids, cookie: doors.cookieOf("ines") });
    const telling = new Set<string>();
    const files = new Set<string>();
    for (const request of asked().filter(isReading)) {
      const { status, headers, body } = await ask(doors.app, request);
      if (status === 200 && String(headers["content-type"]).startsWith("text/csv")) files.add(request.path);
      if (body.includes(said)) telling.add(`${request.path} ${request.who}`);
    }
    expect([...telling]).toEqual(["/safeguarding/:concernId ines"]);
    // Every file that may be taken away was looked into.
    expect([...files].sort()).toEqual(
      routes
        .map(({ path }) => path)
        .filter((path) => path.endsWith(".csv"))
        .sort(),
    );
  },
);

interface Asked {
  method: string;
  path: string;
  /** Of the cast, null for nobody, or which link. */
  who: string | null;
  answer: string;
  cookie?: string;
  values: Record<string, string>;
}

/** Everything the two tables claim, each as a request that can be made. */
function asked(): Asked[] {
  const { ids, ownIds, links } = doors;
  return [
    ...accessTable.flatMap(({ answers, ...line }) =>
      answers.map(({ person, answer }) => ({
        ...line,
        who: person,
        answer,
        cookie: doors.cookieOf(person),
        values: { ...ids, ...ownIds[person ?? ""] },
      })),
    ),
    ...linkTable.flatMap(({ answers, ...line }) =>
      answers.map(({ bearer, answer }) => {
        const token = links[line.path.split("/")[1] ?? ""]?.[bearer] ?? "";
        return { ...line, who: bearer, answer, values: { ...ids, token } };
      }),
    ),
  ];
}

/** Asks each as a document and, where Remix answers, as data; lists the answers that are not the table's. */
async function listWrong(requests: Asked[], app: TestApp): Promise<string[]> {
  const wrong: string[] = [];
  for (const request of requests) {
    const route = routes.find(({ path }) => path === request.path);
    for (const query of route ? ["", `?_data=${encodeURIComponent(route.id)}`] : [""]) {
      const got = wordOf(await ask(app, request, query));
      if (!fits(request.answer, got))
        wrong.push(`${named(request)}${query} ${request.who}: ${got} instead of ${request.answer}`);
    }
  }
  return wrong;
}

function ask(app: TestApp, { method, path, cookie, values }: Asked, query = ""): Promise<Answer> {
  if (method === "GET") return app.get(`${fillAddress(path, values)}${query}`, cookie);
  const form = goodForms.find(({ to }) => to === path) as GoodForm;
  const filled = { ...values, ...(fillForm(form.params ?? {}, values) as Record<string, string>) };
  return sendForm(app, form, { address: `${fillAddress(path, filled)}${query}`, ids: values, cookie });
}

function fits(expected: string, got: string): boolean {
  if (expected === "may") return /^(?:200|204|\/)/.test(got);
  if (expected === "over") return got === "410" || got.startsWith("/");
  return expected === "302" ? got.startsWith("/") : expected === got;
}

/** The text of a page without what differs between two answers to the same question. */
const plain = ({ body }: Answer) =>
  body.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|nonce="[^"]*"|react-aria[\w-]*|:r\w+:|\/letters\/[\w-]+/g, "");

/** An answer in the table's words. A background request is led on by a header. */
function wordOf({ status, headers }: Answer): string {
  const to = status === 302 ? headers.location : status === 204 ? headers["x-remix-redirect"] : undefined;
  if (to === undefined) return String(status);
  return String(to).startsWith("/sign-in?returnTo=") ? "in" : String(to);
}
