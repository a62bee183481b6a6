import { beforeEach, describe, expect, test } from "vitest";
import { DEFAULT_FUND, type FundSettings } from "~/domain/fund/settings";
import { bounceCheque } from "~/features/fund/bounce-cheque.server";
import { decideAllocation } from "~/features/fund/decide-allocation.server";
import { forgetDonor } from "~/features/fund/forget-donor.server";
import { openFundGift } from "~/features/fund/open-fund-gift.server";
import { openFundSettings } from "~/features/fund/open-fund-settings.server";
import { proposeAllocation } from "~/features/fund/propose-allocation.server";
import { recordCheque } from "~/features/fund/record-cheque.server";
import { saveFundSettings } from "~/features/fund/save-fund-settings.server";
import { cast, castActor } from "~db/cast";
import { valueIn } from "../support/stage";
import { useSite } from "./consent-site";

const site = useSite();
const priya = castActor(cast.priya);
let cookie = "";
beforeEach(async () => {
  cookie = await site.app.signInAs("priya");
});

async function save(own: Partial<FundSettings>): Promise<void> {
  const { revision } = valueIn(await openFundSettings(site.wiring, priya));
  const decision = { book: "test", isOpen: false, settings: { ...DEFAULT_FUND, ...own }, seen: revision } as const;
  valueIn(await saveFundSettings(site.wiring, priya, decision));
}

async function cheque(own: { amount?: string; whyMore?: string } = {}): Promise<string> {
  const wish = { purpose: "tools", amount: "1,250.50", donorName: "=1+1", chequeNumber: "1" } as const;
  const receivedOn = site.wiring.clock.now().toISOString().slice(0, 10);
  const entered = await recordCheque(site.wiring, priya, {
    ...wish,
    ...own,
    receivedOn: `${receivedOn.slice(0, 8)}01`,
  });
  return valueIn(entered).giftId;
}

/** The cells of a file; none of these has a comma or a quote inside. */
async function cellsOf(path: string): Promise<string[][]> {
  const { status, body } = await site.app.get(path, cookie);
  expect([path, status]).toEqual([path, 200]);
  return body
    .replace("\ufeff", "")
    .trim()
    .split("\r\n")
    .map((line) => line.split(","));
}

const FILES = ["/coordinator/fund/month.csv", "/coordinator/fund/entries/month.csv"];

describe("the files for the business office", () => {
  test("carry account code, fiscal year and currency in every line, and amounts that add up", async () => {
    await save({ accountCode: "01-0000-8699", fiscalYearStart: 7 });
    await cheque();
    for (const path of FILES) {
      const [heads = [], ...lines] = await cellsOf(path);
      const column = (head: string) => lines.map((line) => line[heads.indexOf(head)]);
      expect(lines.length).toBeGreaterThanOrEqual(2);
      expect(new Set(column("account code"))).toEqual(new Set(["01-0000-8699"]));
      expect(new Set(column("fiscal year"))).toEqual(new Set(["2027"]));
      expect(new Set(column("currency"))).toEqual(new Set(["USD"]));
      expect(lines.flat()).toContain("1250.5");
    }
  });

  test("hold no cell that a spreadsheet would run", async () => {
    await save({ accountCode: "=HYPERLINK(1)" });
    await cheque();
    for (const path of FILES) {
      const cells = (await cellsOf(path)).flat();
      expect(cells).toContain("'=HYPERLINK(1)");
      expect(cells.filter((cell) => /^[=+@\t]|^-(?!\d+(\.\d+)?$)/.test(cell))).toEqual([]);
    }
  });

  test("of a month nobody can read are those of the running one", async () => {
    for (const path of FILES)
      for (const month of ["2026-13", "0000-01", "2026-02-31", "=1+1"])
        expect((await site.app.get(`${path}?month=${encodeURIComponent(month)}`, cookie)).status).toBe(200);
  });
});

test("who pays out more than has come to the bank is warned, and no sooner", async () => {
  await save({});
  const giftId = await cheque();
  const wish = {
    studentId: cast.jada.personId,
    purpose: "tools",
    amount: "1000",
    need: "Boots",
    businessDecision: "",
  } as const;
  const { allocationId } = valueIn(await proposeAllocation(site.wiring, castActor(cast.ines), wish));
  valueIn(await decideAllocation(site.wiring, priya, { allocationId, decision: "approve" }));
  const needs = async () => (await site.app.get("/coordinator/fund/needs", cookie)).body;
  expect(await needs()).not.toContain("more than has come to the bank");
  const [check] = valueIn(await openFundGift(site.wiring, priya, { giftId })).cheques;
  valueIn(await bounceCheque(site.wiring, priya, { giftId, chequeId: check?.id ?? "" }));
  expect(await needs()).toContain("more than has come to the bank");
});

test("why a check is unusually large stands at its gift until the donor is forgotten", async () => {
  await save({});
  const whyMore = "A bequest of Ms Voss";
  const giftId = await cheque({ amount: "10000.01", whyMore });
  const gift = async () => (await site.app.get(`/coordinator/fund/gifts/${giftId}`, cookie)).body;
  expect(await gift()).toContain(whyMore);
  valueIn(await forgetDonor(site.wiring, priya, { giftId }));
  expect(await gift()).not.toContain(whyMore);
});

test("entries of days that do not exist are shown as if nobody had asked for a day", async () => {
  for (const query of ["month=2026-02", "month=2026-06", "from=2026-02-30", "to=0000-00-00", "side=up", "account=x"])
    expect([query, (await site.app.get(`/coordinator/fund/entries?${query}`, cookie)).status]).toEqual([query, 200]);
});

test("a report shows its account code, and leads from a figure to its lines", async () => {
  await save({ accountCode: "01-0000-8699" });
  await cheque();
  const { body } = await site.app.get("/coordinator/fund/month", cookie);
  expect(body).toContain("Account code: 01-0000-8699");
  expect(body).toContain("$1,250.50");
  const link = /href="(\/coordinator\/fund\/entries\?account=bank[^"]*side=debit[^"]*)"/.exec(body)?.[1] ?? "";
  const { body: entries } = await site.app.get(link.replaceAll("&amp;", "&"), cookie);
  expect(entries).toContain("1 line");
});

test("a long list of entries comes in pages, each with an address of its own, and each says the whole", async () => {
  for (let at = 0; at < 26; at++) await cheque();
  const read = async (query: string) => (await site.app.get(`/coordinator/fund/entries${query}`, cookie)).body;
  const whole = (body: string) => />(\d+ lines · Together: [^<]+)</.exec(body)?.[1];
  expect(whole(await read("?account=bank"))).toBe("26 lines · Together: $32,513");
  const all = await read("?account=&month=");
  expect(all).toContain('/entries?account=&amp;month=&amp;page=2"');
  expect(all).not.toContain('rel="prev"');
  expect(await read("?page=zero")).not.toContain('rel="prev"');
  const second = await read("?account=&month=&page=2");
  expect(second).toContain('/entries?account=&amp;month="');
  expect(second).toContain('rel="prev"');
});

test("no two buttons or folds of the needs sound the same", async () => {
  await cheque();
  for (const amount of ["20", "30"]) {
    const need = { purpose: "tools", amount, need: "Boots.", businessDecision: "", language: "en" } as const;
    valueIn(await proposeAllocation(site.wiring, castActor(cast.ines), { ...need, studentId: cast.jada.personId }));
  }
  const { body } = await site.app.get("/coordinator/fund/needs", `${cookie}; lang=en`);
  const main = body.slice(body.indexOf("<main"), body.indexOf("</main"));
  const names = [...main.matchAll(/<(button|summary)\b.*?<\/\1>/gs)].map(([html]) => html.replace(/<[^>]*>/g, ""));
  expect(names.filter((name) => name.startsWith("Approve"))).toHaveLength(2);
  expect(names).toEqual([...new Set(names)]);
});

test("a report says that a code is missing only when no purpose has one either", async () => {
  const report = async (own: Partial<FundSettings>) => {
    await save(own);
    return (await site.app.get("/coordinator/fund/month", cookie)).body;
  };
  await cheque();
  expect(await report({})).toContain("No account code is set.");
  const body = await report({ accountCodes: { ...DEFAULT_FUND.accountCodes, tools: "01-8700" } });
  expect(body).toContain("01-8700");
  expect(body).not.toContain("No account code is set.");
});

test("the pages of the fund lead to each other, under their titles", async () => {
  const pages = ["", "/needs", "/gifts", "/entries", "/month", "/checks"].map((page) => `/coordinator/fund${page}`);
  for (const page of pages) {
    const { body } = await site.app.get(page, cookie);
    const [head = "", ...rest] = body.slice(body.indexOf("<h1")).split("</header>");
    expect([page, head.includes('aria-current="page"')]).toEqual([page, false]);
    for (const other of pages) expect(rest.join("")).toContain(`href="${other}"`);
  }
});

describe("without a key", () => {
  test("the fund says who switches it on, and where", async () => {
    const { body } = await site.app.get("/coordinator/fund", cookie);
    expect(body).toContain("The fund is not switched on");
    const steps = /<ol.*?<\/ol>/s.exec(body)?.[0].split("<li>").slice(1) ?? [];
    expect(steps).toHaveLength(6);
    expect(steps[0]).toContain("FUND_SECRET");
    expect(body).toContain("Step 1 is next. Show this list to whoever runs the server.");
    const spanish = (await site.app.get("/coordinator/fund", `${cookie}; lang=es`)).body;
    expect(spanish).toContain("Sigue el paso 1.");
    const settings = await site.app.get("/coordinator/fund/settings", cookie);
    expect(settings.status).toBe(200);
  });

  test("the page of gifts says why nobody can be asked to give", async () => {
    const { body } = await site.app.get("/coordinator/fund/gifts", cookie);
    expect(body).toContain("The fund is not open for gifts.");
    expect(body).not.toContain("Ask somebody to give");
  });

  test("mentors read that no school takes gifts right now", async () => {
    const { status, body } = await site.app.get("/mentor/give", await site.app.signInAs("maya"));
    expect(status).toBe(200);
    expect(body).toContain("No school takes gifts here right now");
    // each school with who helps there
    for (const words of ["Lakeview Learning Lab", "Harbor Point School", "at the school helps you"])
      expect(body).toContain(words);
    expect(body).toMatch(/href="tel:\+1/);
  });
});

test("what an admin writes into the settings is there again: descriptor, purposes, suggested amounts, account code", async () => {
  const page = "/coordinator/fund/settings";
  const { revision } = valueIn(await openFundSettings(site.wiring, priya));
  const answer = await site.app.post(
    page,
    {
      ...{ intent: "save", seen: String(revision), book: "test", currency: "usd", purposes: ["transit", "tools"] },
      ...{ minimum: "2.50", maximum: "1,000", accountCode: "8699", fiscalYearStart: "1" },
      ...{ statementDescriptor: "LAKE FUND", "suggested-transit": "12,50; 30", "suggested-tools": "45" },
      ...{ "suggested-clearance": "", "suggested-stipend": "" },
    },
    cookie,
  );
  expect(answer.status).toBe(302);
  const { settings } = valueIn(await openFundSettings(site.wiring, priya));
  expect(settings).toMatchObject({
    ...{ purposes: ["transit", "tools"], minimumMinor: 250, maximumMinor: 100_000, accountCode: "8699" },
    ...{ fiscalYearStart: 1, statementDescriptor: "LAKE FUND", anonymousAllowed: false },
    suggestedMinor: { transit: [1_250, 3_000], tools: [4_500], clearance: [], stipend: [] },
  });
});

test.each([
  ["statementDescriptor", "12345"],
  ["statementDescriptor", "ELEVEN CHRS"],
  ["statementDescriptor", "LAKE*VIEW"],
  ["fiscalYearStart", "13"],
  ["minimum", "ten"],
  ["suggested-transit", "25; many"],
])("settings with %s %j are refused in words, and the fold with the field is open", async (field, typed) => {
  const fields = {
    ...{ intent: "save", seen: "0", book: "test", currency: "usd", purposes: ["transit"] },
    ...{ minimum: "5", maximum: "100", accountCode: "", fiscalYearStart: "7", statementDescriptor: "" },
    ...{ "suggested-transit": "", "suggested-tools": "", "suggested-clearance": "", "suggested-stipend": "" },
  };
  const answer = await site.app.post("/coordinator/fund/settings", { ...fields, [field]: typed }, cookie);
  expect(answer.status).toBe(422);
  const [fold = ""] = answer.body.match(new RegExp(`<details(?:(?!<details|</details>).)*name="${field}"`, "s")) ?? [];
  expect(fold.slice(0, fold.indexOf(">"))).toContain('open=""');
});

test("the month report leads to months that have begun, never to the next one", async () => {
  const [thisYear = 0, thisMonth = 0] = site.wiring.clock.now().toISOString().split("-").map(Number);
  const month = (ahead: number) => new Date(Date.UTC(thisYear, thisMonth - 1 + ahead, 1)).toISOString().slice(0, 7);
  const linksOf = async (query: string) => {
    const { body } = await site.app.get(`/coordinator/fund/month${query}`, cookie);
    return [...body.matchAll(/href="[^"]*\?month=([\d-]+)"/g)].map(([, to]) => to);
  };
  expect(await linksOf("")).toContain(month(-1));
  expect(await linksOf("")).not.toContain(month(1));
  expect(await linksOf(`?month=${month(-1)}`)).toContain(month(0));
});

test("whoever can open the fund finds the way beside the word that it is shut, and nobody else", async () => {
  const ways = async (who: "priya" | "ines") => {
    const { body } = await site.app.get("/coordinator/fund/gifts", await site.app.signInAs(who));
    expect(body).toContain("The fund is not open for gifts.");
    return body.includes('href="/coordinator/fund/settings"');
  };
  expect([await ways("priya"), await ways("ines")]).toEqual([true, false]);
});
