import type { AppLoadContext } from "@remix-run/node";
import fc from "fast-check";
import { expect, test } from "vitest";
import { refused } from "~/domain/outcome";
import { csvDownload } from "~/http/csv.server";
import { parseParams } from "~/http/parse-params.server";
import { readToast, redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, refuse } from "~/http/refuse.server";
import { safeRedirect } from "~/http/safe-redirect.server";

const english = { language: "en" } as AppLoadContext;
const spanish = { language: "es" } as AppLoadContext;
const withCookie = (cookie: string) => new Request("http://localhost/", { headers: { cookie } });

test("whatever text asks for a redirect, it stays on the site", () => {
  const pieces = fc.constantFrom(
    "/",
    "\\",
    "//",
    ".",
    "..",
    "\t",
    "\n",
    "@",
    ":",
    "evil.test",
    "http:",
    "%2f",
    "%09",
    "?",
    "#",
    " ",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
      const target = safeRedirect(`/${parts.join("")}`, "/home");
      expect(new URL(target, "https://lti.example.org").origin).toBe("https://lti.example.org");
      expect(target).toMatch(/^\/(?!\/)[^\\\t\n]*$/);
    }),
    { numRuns: 2000 },
  );
});

test("a redirect keeps path, query and fragment, and falls back on anything that is no text", () => {
  expect(safeRedirect("/search?q=animals&day=4#list")).toBe("/search?q=animals&day=4#list");
  for (const odd of [null, undefined, 7, {}, ["/x"], "", "home", "https://evil.test/"])
    expect(safeRedirect(odd, "/home")).toBe("/home");
});

test("a toast is said once in the reader's language", () => {
  const answer = redirectWithToast("/account", "account:toast.othersEnded", { count: 3 });
  const cookie = String(answer.headers.get("Set-Cookie")).split(";")[0] ?? "";
  expect(readToast(withCookie(cookie), english).sentence).toBe("3 other browsers are signed out.");
  const spoken = readToast(withCookie(cookie), spanish);
  expect(spoken.sentence).toBe("Se cerraron otras 3 sesiones.");
  expect(spoken.headers["Set-Cookie"]).toContain("Max-Age=0");
});

test("a toast of several sentences says each with its own number", () => {
  const after = [
    { key: "board:toast.goOn", count: 2 },
    { key: "board:toast.toStudents", count: 1 },
  ] as const;
  const answer = redirectWithToast("/coordinator/matches", "board:toast.held", { count: 3, after });
  const cookie = String(answer.headers.get("Set-Cookie")).split(";")[0] ?? "";
  expect(readToast(withCookie(cookie), english).sentence).toBe(
    "3 pairs approved. You can undo them for two minutes. 2 go on to the families: the students asked for them. One is suggested to the student first.",
  );
  expect(readToast(withCookie(cookie), spanish).sentence).toContain("Una se le propone primero al estudiante.");
});

test("a browser can make the toast say nothing of its own", () => {
  for (const value of [
    "board:toast.held~3+hello",
    "board:toast.held~3+",
    "hello",
    "account:toast.nothing",
    "account:signIn.title",
    "account:toast",
    "common:toast.constructor",
    "errors:toast.__proto__",
  ]) {
    expect([value, readToast(withCookie(`toast=${value}`), english).sentence]).toEqual([value, null]);
  }
});

test("a refusal answers with its status, its sentence and what was typed", async () => {
  const table = { too_many: { status: 429, key: "account:signIn.tooMany" }, not_found: NOT_FOUND } as const;
  const answer = refuse(english, refused("too_many", { minutes: 7 }) as never, table, { mail: "a@b.example" });
  expect(answer.status).toBe(429);
  expect(await answer.json()).toEqual({
    ok: false,
    reason: "too_many",
    errors: { "": "We have sent many codes to this address. Wait 7 minutes. Then ask again." },
    values: { mail: "a@b.example" },
  });
  expect(() => refuse(english, refused("not_found") as never, table)).toThrow(expect.objectContaining({ status: 404 }));
});

test("an id that is no uuid is a page that is not there", () => {
  const id = "01990000-9000-7000-8000-00000000000A";
  expect(parseParams({ id }, "id")).toEqual({ id: id.toLowerCase() });
  for (const odd of [undefined, "", "1", "../x", `${id}0`, "\0", "9007199254740993"]) {
    expect(() => parseParams({ id: odd }, "id")).toThrow(expect.objectContaining({ status: 404 }));
  }
});

test("no cell of a downloaded file is a formula; a negative number stays a number", async () => {
  const answer = csvDownload({
    name: "rows of May/2027",
    columns: ["a", "b"],
    rows: [
      ["=1+1", "@x"],
      ["plain", 'say "hi"'],
      ["-2+3", -12.5],
    ],
  });
  expect(answer.headers.get("content-disposition")).toBe('attachment; filename="rows-of-May-2027.csv"');
  const bytes = new Uint8Array(await answer.arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(new TextDecoder().decode(bytes)).toBe('a,b\r\n\'=1+1,\'@x\r\nplain,"say ""hi"""\r\n\'-2+3,-12.5\r\n');
});
