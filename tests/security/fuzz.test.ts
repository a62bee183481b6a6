import { globSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PARAMETERS } from "~/routes/search/search-params";
import type { Answer } from "../support/app";
import { type Doors, fillAddress, openDoors } from "../support/doors";
import { accessTable, type LinkLine, linkTable } from "./access-table";
import { fillForm, type GoodForm, goodForms } from "./good-forms";

const MINUTES = 60_000;
const LONG = { timeout: 5 * MINUTES };
let doors: Doors;
let readers: Visitor[];
let senders: Visitor[];
/** Every name under which a page reads its query: those in the code, and the limits of the search. */
let queryNames: string[];
beforeAll(async () => {
  doors = await openDoors();
  readers = visitors("GET");
  senders = visitors("POST");
  queryNames = [...new Set([...NAMES_IN_CODE, ...Object.values(PARAMETERS)])].sort();
}, 2 * MINUTES);
afterAll(() => doors.stop());

/** Percent-encoded, because some of it is no text: what a person, a scanner or an attacker may send for anything. */
const HOSTILE: Readonly<Record<string, string>> = {
  nothing: "",
  space: "+++",
  nul: "a%00b",
  "half a character": "%ED%A0%80",
  "overlong slash": "%C0%AF",
  "cut short": "%E0%A4%A",
  "beyond 2^53": "9007199254740993",
  negative: "-1",
  "huge number": "1e309",
  "no number": "NaN",
  "bad uuid": "01990000-0000-7000-8000-00000000000g",
  "uuid of nobody": "01990000-0000-7000-8000-0000000000ff",
  "way up": "..%2F..%2F..%2Fetc%2Fpasswd",
  "new line": "a%0D%0ASet-Cookie:%20session=stolen",
  "quotes and tags": "'%22;--%3Cscript%3Ealert(1)%3C/script%3E%7B%7Bx%7D%7D",
  "right to left": "%E2%80%AE%D9%85%F0%9F%A6%89",
  prototype: "__proto__",
  percent: "%25%5F%5C",
  "bad date": "2026-02-31",
  long: "x".repeat(30_000),
};

const FORM = { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin" };
const MEGABYTE = 1 << 20;

const NAMES_IN_CODE = [
  ...new Set(
    globSync("app/{routes,http}/**/*.{ts,tsx}").flatMap((file) =>
      [
        ...readFileSync(file, "utf8").matchAll(
          /(?:searchParams|search|params|query)\.(?:get|getAll|has)\("([\w-]+)"\)/g,
        ),
      ].map(([, name = ""]) => name),
    ),
  ),
];

/** Who is welcome at an address, with everything its parameters need. */
interface Visitor {
  path: string;
  cookie: string | undefined;
  values: Record<string, string>;
}

function visitors(method: "GET" | "POST"): Visitor[] {
  const welcome = method === "GET" ? "200" : "may";
  const signedIn = accessTable
    .filter((line) => line.method === method)
    .flatMap(({ path, answers }) => {
      const first =
        answers.find(({ answer }) => answer === welcome) ??
        answers.find(({ answer }) => answer === "over") ??
        // Refused for how things stand: the form is read all the same.
        answers.find(({ answer }) => answer === "409") ??
        // Only a signature opens it; whoever has none knocks all the same.
        (path.startsWith("/webhooks/") && method === "POST" ? answers[0] : undefined);
      if (!first) return [];
      const values = { ...doors.ids, ...doors.ownIds[first.person ?? ""] };
      return [{ path, cookie: doors.cookieOf(first.person), values }];
    });
  return [...signedIn, ...linkTable.filter((line) => line.method === method).map(bearer)];
}

function bearer({ path }: LinkLine): Visitor {
  const token = doors.links[path.split("/")[1] ?? ""]?.right ?? "";
  return { path, cookie: undefined, values: { ...doors.ids, token } };
}

const faults: string[] = [];
async function knock(what: string, asked: Promise<Answer>): Promise<void> {
  const { status, headers } = await asked;
  if (status >= 500) faults.push(`${status} ${what}`);
  if (String(headers["set-cookie"] ?? "").includes("stolen")) faults.push(`cookie ${what}`);
}

/** All that was said so far holds no fault of ours, and the server goes on. */
async function expectNoFault(): Promise<void> {
  expect(faults.splice(0)).toEqual([]);
  for (const app of [doors.app, doors.forgetting]) {
    expect(app.wiring.lines.filter(({ level }) => level === "error")).toEqual([]);
    expect((await app.get("/healthz")).status).toBe(200);
  }
}

test("the pages' own names of their query are known here", () => {
  expect(queryNames).toEqual(expect.arrayContaining(["q", "kind", "day", "page", "show"]));
});

test("no page answers 5xx to a hostile query", LONG, async () => {
  for (const { path, cookie, values } of readers) {
    const address = fillAddress(path, values);
    for (const [name, value] of Object.entries(HOSTILE)) {
      const query = queryNames.map((key) => `${key}=${name === "long" ? value.slice(0, 200) : value}`).join("&");
      await knock(`GET ${path} ${name}`, doors.forgetting.get(`${address}?${query}`, cookie));
    }
    const twice = queryNames.map((key) => `${key}=1&${key}=2&${key}[]=3&${key}[a]=4`).join("&");
    await knock(`GET ${path} twice`, doors.forgetting.get(`${address}?${twice}`, cookie));
  }
  await expectNoFault();
});

test("no page answers 5xx to a hostile part of its address", LONG, async () => {
  for (const method of ["GET", "POST"] as const) {
    for (const { path, cookie, values } of method === "GET" ? readers : senders) {
      for (const [, parameter = ""] of path.matchAll(/:(\w+)/g)) {
        for (const [name, value] of Object.entries(HOSTILE)) {
          const address = fillAddress(path, { ...values, [parameter]: "HOSTILE" }).replace(
            "HOSTILE",
            value.slice(0, 2_000),
          );
          const headers = {
            ...(method === "POST" && FORM),
            origin: doors.forgetting.origin,
            ...(cookie && { cookie }),
          };
          const asked = { method, headers, ...(method === "POST" && { body: "intent=x" }) };
          await knock(`${method} ${path} ${parameter}: ${name}`, doors.forgetting.ask(address, asked));
        }
      }
    }
  }
  await expectNoFault();
});

/** Where a good form goes to and who sends it. */
function sending(form: GoodForm): { address: string; cookie: string | undefined; ids: Record<string, string> } {
  const [path = "", query] = form.to.split("?");
  const found = senders.find((visitor) => visitor.path === path);
  if (!found) throw new Error(`nobody may send ${form.to}`);
  const filled = { ...found.values, ...(fillForm(form.params ?? {}, found.values) as Record<string, string>) };
  const address = `${fillAddress(path, filled)}${query === undefined ? "" : `?${query}`}`;
  return { address, cookie: form.as ? doors.cookieOf(form.as) : found.cookie, ids: found.values };
}

function bodyOf(fields: GoodForm["fields"], hostile: Readonly<Record<string, string>> = {}): string {
  const good = Object.entries(fields)
    .filter(([name]) => !(name in hostile))
    .flatMap(([name, value]) => [value].flat().map((each) => `${name}=${encodeURIComponent(each)}`));
  return [...good, ...Object.entries(hostile).map(([name, value]) => `${name}=${value}`)].join("&");
}

async function send(what: string, form: GoodForm, body: string | Buffer, headers: Record<string, string> = {}) {
  const { address, cookie } = sending(form);
  const all = { ...FORM, origin: doors.forgetting.origin, ...(cookie && { cookie }), ...headers };
  await knock(`POST ${form.to} ${what}`, doors.forgetting.ask(address, { method: "POST", body, headers: all }));
}

describe("no form answers 5xx to a hostile field beside good ones", () => {
  test.each(goodForms)("$to", LONG, async (form) => {
    const fields = fillForm(form.fields, sending(form).ids);
    for (const field of Object.keys(fields))
      for (const [name, value] of Object.entries(HOSTILE))
        await send(`${field}: ${name}`, form, bodyOf(fields, { [field]: value }));
    await expectNoFault();
  });
});

test("no form answers 5xx to a body that is none, or is too much", LONG, async () => {
  for (const form of goodForms) {
    const fields = fillForm(form.fields, sending(form).ids);
    const good = bodyOf(fields);
    await send("empty", form, "");
    await send("all twice", form, `${good}&${good}`);
    await send("a hundred times", form, Array.from({ length: 100 }, () => good).join("&"));
    await send("as lists", form, good.replaceAll(/(^|&)([\w-]+)=/g, "$1$2[]="));
    await send("unknown fields", form, `${good}&__proto__=1&constructor=2&toString=3&isAdmin=true&school_id=x`);
    await send("a megabyte", form, `${good}&more=${"x".repeat(MEGABYTE)}`);
    await send("json", form, JSON.stringify(fields), { "content-type": "application/json" });
    await send("no type", form, good, { "content-type": "" });
    await send("parts without a boundary", form, good, { "content-type": "multipart/form-data" });
    const broken = { "content-type": "multipart/form-data; boundary=b" };
    await send("broken parts", form, '--b\r\nContent-Disposition: form-data; name="a', broken);
    const bytes = Buffer.from(
      '--b\r\nContent-Disposition: form-data; name="file"; filename="\0.csv"\r\n\r\n\xff\xfe\r\n--b--',
      "latin1",
    );
    await send("a file of bytes", form, bytes, broken);
  }
  await expectNoFault();
});

test("what was typed does not come into the log", () => {
  const log = JSON.stringify([doors.app.wiring.lines, doors.forgetting.wiring.lines]);
  for (const typed of ["passwd", "script", "stolen", "Reggie", "reggie.banks"]) expect(log).not.toContain(typed);
});
