import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { isTooYoungForMail } from "~/domain/mail/too-young";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { findMailOf } from "~db/people.server";
import { findSearchReader, listSavedSearches } from "~db/saved-searches.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { readKeptWish } from "./kept-wish";
import type { SearchWish } from "./search-wish";

export interface SavedSearch {
  id: string;
  name: string;
  wish: SearchWish;
  mailsNews: boolean;
}

export interface SavedSearches {
  searches: SavedSearch[];
  /** Why no mail comes although it is on. */
  noMailBecause: "too_young" | "no_address" | null;
}

/** A student's own saved searches, the latest first. */
export async function listOwnSearches(wiring: Wiring, actor: Actor): Promise<Outcome<SavedSearches, "not_permitted">> {
  if (actor.kind !== "student") return refused("not_permitted");
  const { schoolId, personId: studentId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const rows = await listSavedSearches(tx, { schoolId, studentId });
    const reader = await findSearchReader(tx, { schoolId, studentId });
    const { time_zone: timeZone } = await getSchool(tx, schoolId);
    const isTooYoung = reader ? isTooYoungForMail(reader, civilDate(wiring.clock.now(), timeZone)) : false;
    const hasAddress = (await findMailOf(tx, { schoolId, personId: studentId })) !== undefined;
    return done({
      searches: rows.map((row) => ({
        id: row.id,
        name: row.name,
        wish: readKeptWish(row.wish),
        mailsNews: row.mails_news,
      })),
      noMailBecause: isTooYoung ? "too_young" : hasAddress ? null : "no_address",
    });
  });
}
