import { civilDate, daysLater } from "~/clock";
import type { SystemActor } from "~/domain/actor";
import { STILL_OPEN_ANSWER_DAYS, STILL_OPEN_LINK_DAYS } from "~/domain/listing/still-open";
import { inEachSchool } from "~/steps/each-school.server";
import { isMailed, mailOrAskStaff } from "~/steps/mail-or-ask.server";
import { oneByOne } from "~/steps/one-by-one.server";
import type { Wiring } from "~/wiring";
import { recordActs } from "~db/audit.server";
import { insertLink } from "~db/links.server";
import { findMailOfMentor, findMentor } from "~db/people.server";
import { getSchool, getSettings } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { listMentorsToAsk, lockListingsToAsk, updateStillOpenAsked } from "~db/still-open.server";

/**
 * By the clock: asks who leads a placement whether it is still open, once nothing has happened there for the days of the school's
 * setting (domain.md, section 2). One mail for all that is due of a mentor; staff ask whom no mail reaches. Answers how many listings
 * were asked about.
 */
export function askStillOpen(wiring: Wiring): Promise<number> {
  return inEachSchool(wiring, "ask-still-open", async (actor) => {
    const quiet = await withScope(wiring, actor, (tx) => quietSince(tx, wiring, actor.schoolId));
    const mentorIds = await withScope(wiring, actor, (tx) => listMentorsToAsk(tx, quiet));
    return oneByOne(wiring, mentorIds, {
      about: (mentorId) => ({ job: actor.job, schoolId: actor.schoolId, mentorId }),
      work: (mentorId) => withScope(wiring, actor, (tx) => askOne(tx, wiring, { actor, mentorId, quiet })),
    });
  });
}

type QuietSince = Awaited<ReturnType<typeof quietSince>>;

async function quietSince(tx: ScopeTx, wiring: Wiring, schoolId: string) {
  const now = wiring.clock.now();
  const { stillOpenDays } = await getSettings(tx, schoolId);
  const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
  return { schoolId, quietSince: daysLater(now, -stillOpenDays), on };
}

async function askOne(
  tx: ScopeTx,
  wiring: Wiring,
  { actor, mentorId, quiet }: { actor: SystemActor; mentorId: string; quiet: QuietSince },
): Promise<number> {
  const { schoolId, districtId } = actor;
  const now = wiring.clock.now();
  const due = await lockListingsToAsk(tx, { ...quiet, mentorId });
  const [first] = due;
  const mentor = await findMentor(tx, { districtId, mentorId });
  if (!first || !mentor) return 0;
  const listingIds = due.map(({ id }) => id);
  await updateStillOpenAsked(tx, { schoolId, listingIds, now });
  await recordActs(
    tx,
    listingIds.map((nounId) => ({ actor, noun: "listing", nounId, transition: "ask_still_open", now })),
  );
  const school = await getSchool(tx, schoolId);
  const to = { mail: await findMailOfMentor(tx, { districtId, mentorId }), language: mentor.language, mentorId };
  await mailOrAskStaff(
    tx,
    {
      kind: "still-open",
      props: {
        ...{ schoolName: school.name, helpName: school.help_name, helpPhone: school.help_phone },
        mentorName: mentor.name_used,
        placementTitles: due.map(({ title }) => title),
        mentorAnswerBy: civilDate(daysLater(now, STILL_OPEN_ANSWER_DAYS), school.time_zone),
        link: isMailed(to)
          ? await linkOf(tx, wiring, { actor, mentorId, language: mentor.language })
          : wiring.env.origin,
      },
      ...{ to, schoolId, now, dedupeKey: `still-open:${mentorId}:${now.getTime()}` },
    },
    {
      kind: "tell_host",
      subject: { noun: "listing", id: first.id },
      props: { title: first.title, news: "still_open", why: "no_mail" },
      dedupeKey: `tell_host:still_open:${mentorId}:${now.getTime()}`,
    },
  );
  return due.length;
}

async function linkOf(
  tx: ScopeTx,
  wiring: Wiring,
  { actor, mentorId, language }: { actor: SystemActor; mentorId: string; language: string },
): Promise<string> {
  const { schoolId, districtId } = actor;
  const token = await insertLink(tx, {
    ...{ kind: "still-open", schoolId, districtId, subjectId: mentorId, personId: mentorId, language },
    expiresAt: daysLater(wiring.clock.now(), STILL_OPEN_LINK_DAYS),
  });
  return `${wiring.env.origin}/still-open/${token}`;
}
