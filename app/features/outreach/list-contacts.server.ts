import { civilDate, daysLater } from "~/clock";
import type { Actor } from "~/domain/actor";
import { done, refused } from "~/domain/outcome";
import { LONG_AGO_DAYS, type Touched } from "~/domain/outreach/contact";
import { mayKeepContacts } from "~/domain/outreach/policy";
import { FORGET_UNANSWERED_DAYS, SAID_BEFORE_DAYS } from "~/domain/outreach/unanswered";
import { pageSlice } from "~/domain/page-slice";
import { addDays } from "~/domain/time";
import type { Wiring } from "~/wiring";
import { countContacts, listContactTags, listContacts as readContacts } from "~db/contact-desk.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { listUnanswered } from "~db/unanswered-contacts.server";
import { listOwners } from "./list-owners.server";

const CONTACTS_PER_PAGE = 50;

export interface ContactView {
  words: string;
  tag: string;
  owner: string | null;
  touched: Touched;
  /** Counted from 1; a page after the last one shows the last. */
  page: number;
}

/** One page of the school's contacts, how many there are in all and are soon forgotten, and what the list can be narrowed by. */
export async function listContacts(wiring: Wiring, actor: Actor, view: ContactView) {
  if (!mayKeepContacts(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const { time_zone: timeZone } = await getSchool(tx, schoolId);
    const { words, tag, owner, touched } = view;
    const query = { schoolId, words, tag, owner, touched, before: civilDate(daysLater(now, -LONG_AGO_DAYS), timeZone) };
    const count = await countContacts(tx, query);
    const { page, pages, limit, offset } = pageSlice({ count, limit: CONTACTS_PER_PAGE, wanted: view.page });
    const rows = await readContacts(tx, { ...query, limit, offset });
    const tags = await listContactTags(tx, { schoolId });
    const soon = addDays(civilDate(now, timeZone), SAID_BEFORE_DAYS);
    const forgotten = await listUnanswered(tx, {
      schoolId,
      lastOn: addDays(soon, -FORGET_UNANSWERED_DAYS),
      today: soon,
    });
    return done({
      forgottenSoon: forgotten.length,
      rows,
      count,
      page,
      pages,
      tags,
      owners: await listOwners(tx, { schoolId, now }),
    });
  });
}
