import { civilDate } from "~/clock";
import { isTooYoungForMail } from "~/domain/mail/too-young";
import type { Wiring } from "~/wiring";
import { enqueueMail } from "~db/mails.server";
import { findMailOf } from "~db/people.server";
import { lockStudent } from "~db/pursuits.server";
import { findSearchReader, listSavedSearches, updateLookedUntil } from "~db/saved-searches.server";
import { listWordsInUse } from "~db/school-words.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { listListingsForSearch } from "~db/search-rows.server";
import { readKeptWish } from "./kept-wish";
import { pointOf } from "./search-reader.server";

/** As many as one reads in a mail. */
const NAMED = 10;

interface Due {
  schoolId: string;
  studentId: string;
  /** Searches that were told of before this moment are due. */
  before: Date;
}

/**
 * The searches a student is to be told of, each with the moment of the last time, and what they are read with: the school's
 * time zone, from where distances count, the school's own words and the student's language.
 */
export async function readDueSearches(tx: ScopeTx, { schoolId, studentId, before }: Due) {
  const rows = await listSavedSearches(tx, { schoolId, studentId });
  const reader = await findSearchReader(tx, { schoolId, studentId });
  const school = await getSchool(tx, schoolId);
  const searches = rows
    .filter((row) => row.mails_news && new Date(row.looked_until) < before)
    .map((row) => ({ searchId: row.id, wish: readKeptWish(row.wish), since: new Date(row.looked_until) }));
  return {
    searches,
    timeZone: school.time_zone,
    origin: (reader && pointOf(reader)) ?? pointOf(school),
    ownWords: await listWordsInUse(tx, schoolId),
    language: reader?.language,
  };
}

/** A search that was asked, and the moment of the last time as it was then. */
interface Asked {
  searchId: string;
  since: Date;
}

/**
 * Promises the mail and moves the moment on, under the student's lock: whoever comes second finds that what they `asked` was told
 * meanwhile, and leaves the rest to the next hour. `found` are placements with the moment since which they are news, and `until`
 * where the news end. Answers whether there is a mail.
 */
export async function promiseSearchNews(
  tx: ScopeTx,
  wiring: Wiring,
  { asked, found, until, ...due }: Due & Pick<Window, "found" | "until"> & { asked: readonly Asked[] },
): Promise<boolean> {
  const { schoolId, studentId } = due;
  const now = wiring.clock.now();
  await lockStudent(tx, { schoolId, studentId });
  const { searches } = await readDueSearches(tx, due);
  if (keyOf(searches) !== keyOf(asked)) return false;
  await updateLookedUntil(tx, { schoolId, studentId, until });
  const school = await getSchool(tx, schoolId);
  const on = civilDate(now, school.time_zone);
  const to = await findRecipient(tx, { schoolId, studentId, on });
  const news = to ? await listNews(tx, { schoolId, on, found, until }) : [];
  if (!to || news.length === 0) return false;
  const mailId = await enqueueMail(tx, {
    kind: "search-news",
    props: {
      studentFirstName: to.name,
      placementList: news.slice(0, NAMED).map((listing) => ({
        title: listing.title,
        organisation: listing.organisation_name,
        link: `${wiring.env.origin}/placements/${listing.listing_id}`,
      })),
      count: news.length,
      schoolName: school.name,
      helpName: school.help_name,
      helpPhone: school.help_phone,
      link: `${wiring.env.origin}/student/searches`,
    },
    to: { mail: to.mail, language: to.language, personId: studentId },
    schoolId,
    dedupeKey: `search-news:${studentId}:${until.getTime()}`,
    now,
  });
  return mailId !== null;
}

const keyOf = (searches: readonly Asked[]) => JSON.stringify(searches.map(({ searchId, since }) => [searchId, since]));

/** Undefined for who has left, has no address, or is too young to be written to. */
async function findRecipient(
  tx: ScopeTx,
  { schoolId, studentId, on }: { schoolId: string; studentId: string; on: string },
): Promise<{ name: string; language: string; mail: string } | undefined> {
  const reader = await findSearchReader(tx, { schoolId, studentId });
  if (!reader || (reader.left_on !== null && reader.left_on <= on) || isTooYoungForMail(reader, on)) return undefined;
  const mail = await findMailOf(tx, { schoolId, personId: studentId });
  return mail === undefined ? undefined : { name: reader.name_used, language: reader.language, mail };
}

interface Window {
  schoolId: string;
  on: string;
  found: ReadonlyMap<string, Date>;
  until: Date;
}

/** What the own school listed since and still lists, newest first. */
async function listNews(tx: ScopeTx, { schoolId, on, found, until }: Window) {
  if (found.size === 0) return [];
  const listings = await listListingsForSearch(tx, { schoolId, placementIds: [...found.keys()], on });
  const listedAt = ({ published_at: at }: { published_at: string | null }) => (at === null ? 0 : Date.parse(at));
  return listings
    .filter((listing) => {
      const since = found.get(listing.placement_id);
      return since !== undefined && listedAt(listing) > since.getTime() && listedAt(listing) <= until.getTime();
    })
    .sort((a, b) => listedAt(b) - listedAt(a) || (a.listing_id < b.listing_id ? -1 : 1));
}
