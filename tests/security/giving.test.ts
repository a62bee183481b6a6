import { afterAll, beforeAll, expect, test } from "vitest";
import { startGift } from "~/features/fund/start-gift.server";
import { takeChequeFor } from "~/features/fund/take-cheque-for.server";
import { type CastAccountKey, cast, castActor } from "~db/cast";
import { type Doors, fillAddress, openDoors } from "../support/doors";
import { aWish } from "../support/fund";
import { indexSample } from "../support/searching";
import { sql } from "../support/sql";
import { valueIn } from "../support/stage";
import { accessTable } from "./access-table";

let doors: Doors;
beforeAll(async () => {
  doors = await openDoors();
});
afterAll(() => doors?.stop());

/** Who gave and hosts a student, the same person elsewhere, somebody beside who gave, and a student and staff who look for places. */
const READERS = ["ingrid", "ingridAtGarden", "maya", "jada", "ines"] as const;

/** Pages about gifts may tell of one, and so may the mailbox of a machine of one's own. */
const MAY_TELL = /^\/(mentor\/give|give|thanks|coordinator\/fund|local\/mailbox)(\/|$)/;
const MACHINES = /^\/(metrics|readyz)$/;

/** Every other page, whoever may read it, and searches; for mentors also what they could try to open: pursuits, profiles, placements. */
async function addressesOf(reader: CastAccountKey): Promise<string[]> {
  const ids = async (from: string) =>
    (await sql<{ id: string }>(doors.database, `select id from ${from} order by id limit 12`)).map(({ id }) => id);
  const pages = accessTable.filter(({ method, path }) => method === "GET" && !MACHINES.test(path));
  const filled = pages.map(({ path }) => fillAddress(path, doors.ids)).filter((path) => !MAY_TELL.test(path));
  const searches = ["", "bikes", "bread", "Harbor", "Jada"].map((words) => `/search?q=${words}`);
  if (cast[reader].role !== "mentor") return [...filled, ...searches];
  const tried = [
    ...(await ids("pursuits")).map((id) => `/mentor/pursuits/${id}`),
    ...(await ids("students")).map((id) => `/profiles/${id}`),
    ...(await ids("placements")).map((id) => `/mentor/placements/${id}`),
  ];
  return [...filled, ...searches, ...tried];
}

/** All that somebody reads, by its address. Whatever a page writes is taken back. */
async function seenBy(reader: CastAccountKey): Promise<Map<string, string>> {
  const seen = new Map<string, string>();
  for (const path of await addressesOf(reader)) seen.set(path, await read(path, reader));
  return seen;
}

/** A random id, made anew for each answer; those of rows are of another version. */
const RANDOM_ID = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;

async function read(path: string, reader: CastAccountKey): Promise<string> {
  const { status, headers, body } = await doors.forgetting.get(path, doors.cookieOf(reader));
  const lasting = body.replaceAll(/nonce="[^"]+"/g, "").replaceAll(RANDOM_ID, "");
  return `${status} ${headers.location ?? ""} ${lasting}`;
}

/** A large gift in the name of an organisation, which came as a check. */
async function give(giver: "ingrid" | "carlos" | "theo"): Promise<void> {
  const { wiring } = doors.app;
  const wish = aWish({ schoolId: cast.ines.schoolId, amount: "2000", purpose: "stipend", payLater: true });
  const { giftId } = valueIn(await startGift(wiring, castActor(cast[giver]), wish));
  const cheque = { giftId, amount: "2000", chequeNumber: "1", receivedOn: "2026-10-14", whyMore: "It is large." };
  valueIn(await takeChequeFor(wiring, castActor(cast.priya), cheque));
}

/** Where two pages part, with a little of what stands around it in each. */
function firstDifference(before: string, after: string): { before: string; after: string } | null {
  if (before === after) return null;
  const at = before.split("").findIndex((letter, index) => letter !== after[index]);
  const around = (page: string) => page.slice(Math.max(0, at - 80), at + 160);
  return { before: around(before), after: around(after) };
}

test("giving changes nothing in what anybody reads of students, pursuits, placements and search, byte by byte", async () => {
  const before = new Map<CastAccountKey, Map<string, string>>();
  for (const reader of READERS) before.set(reader, await seenBy(reader));
  const ownGifts = await read("/mentor/give", "ingrid");
  for (const giver of ["ingrid", "carlos", "theo"] as const) await give(giver);
  await indexSample(doors.app);
  expect(await read("/mentor/give", "ingrid")).not.toBe(ownGifts);
  for (const reader of READERS) {
    const seen = before.get(reader);
    const now = await seenBy(reader);
    expect(now.size).toBeGreaterThan(60);
    const changed = [...now].flatMap(([path, page]) => {
      const difference = firstDifference(seen?.get(path) ?? "", page);
      return difference === null ? [] : [{ path, ...difference }];
    });
    expect(changed, `${reader} reads otherwise`).toEqual([]);
  }
});
