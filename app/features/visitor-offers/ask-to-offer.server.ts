import { civilDate, daysLater } from "~/clock";
import type { SystemActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import {
  type FirstWords,
  type FirstWordsFault,
  faultsOfFirstWords,
  isFromMachine,
  UNPROVED_DAYS,
} from "~/domain/visitor-offer/visitor-offer";
import { limitKey } from "~/steps/limit-key.server";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { findKnownMentor } from "~db/known-mentors.server";
import { isForgotten } from "~db/mails.server";
import { type Limit, takeFromLimit } from "~db/rate-limits.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { findOpenOfferOf, insertVisitorOffer } from "~db/visitor-offers.server";
import { findOfferSchool } from "./find-offer-school.server";
import { mailOfferLink } from "./mail-offer-link.server";

const DAY_SECONDS = 24 * 60 * 60;
const FROM_ONE_PLACE: readonly Limit[] = [
  { name: "offer", points: 5, windowSeconds: 15 * 60 },
  { name: "offer-day", points: 20, windowSeconds: DAY_SECONDS },
];
/** A school of this many offers a day is one that a machine writes to. */
const TO_ONE_SCHOOL: Limit = { name: "offer-school-day", points: 200, windowSeconds: DAY_SECONDS };
/** Mails that strangers can make us send to one address; the third one may have been lost too. */
const TO_ONE_ADDRESS: Limit = { name: "offer-mail-day", points: 3, windowSeconds: DAY_SECONDS };

export type AskToOfferRefusal = FirstWordsFault | "not_found" | "too_many";

interface Asked extends FirstWords {
  schoolSlug: string;
  language: string;
  /** A field that no person sees. */
  trap: string;
  /** Where the request came from; it is counted under a hash and kept nowhere else. */
  address: string;
}

/**
 * Somebody without an account begins to offer a placement to a school: a mail with a link asks whether the address is theirs.
 * Known, unknown, forgotten and suspended addresses, and machines, get the same answer, and nothing that was typed is in the mail.
 */
export async function askToOffer(wiring: Wiring, input: Asked): Promise<Outcome<null, AskToOfferRefusal>> {
  const [missing] = faultsOfFirstWords(input);
  if (missing) return refused(missing.fault);
  const school = await findOfferSchool(wiring, { slug: input.schoolSlug });
  if (!school) return refused("not_found");
  const key = (what: string) => limitKey(wiring.env.secret, what);
  for (const limit of FROM_ONE_PLACE)
    if (!(await takeFromLimit(wiring, limit, key(input.address))).ok) return refused("too_many");
  if (isFromMachine(input, input.trap)) return done(null);
  if (!(await takeFromLimit(wiring, TO_ONE_SCHOOL, key(school.id))).ok) return refused("too_many");
  const mail = input.mail.trim();
  if (!(await takeFromLimit(wiring, TO_ONE_ADDRESS, key(mail.toLowerCase()))).ok) return done(null);
  const actor = { kind: "system", job: "visitor", schoolId: school.id, districtId: school.district_id } as const;
  await withScope(wiring, actor, (tx) => begin(tx, wiring, { actor, asked: { ...input, mail } }));
  return done(null);
}

async function begin(tx: ScopeTx, wiring: Wiring, { actor, asked }: { actor: SystemActor; asked: Asked }) {
  const { schoolId, districtId } = actor;
  const { mail, language } = asked;
  const now = wiring.clock.now();
  const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
  if (await isForgotten(tx, { mail, districtId })) return;
  if ((await findKnownMentor(tx, { districtId, mail, on }))?.isSuspended) return;
  const offerId = (await findOpenOfferOf(tx, { schoolId, mail })) ?? (await write(tx, { actor, asked, now }));
  await mailOfferLink(tx, wiring, { schoolId, offerId, mail, language, now });
}

async function write(tx: ScopeTx, { actor, asked, now }: { actor: SystemActor; asked: Asked; now: Date }) {
  const offerId = await insertVisitorOffer(tx, {
    schoolId: actor.schoolId,
    districtId: actor.districtId,
    language: asked.language,
    what: asked.what.trim(),
    fullName: asked.name.trim(),
    organisationName: asked.organisationName.trim(),
    mail: asked.mail,
    now,
    lapsesAt: daysLater(now, UNPROVED_DAYS),
  });
  await recordAct(tx, { actor, noun: "visitor_offer", nounId: offerId, transition: "ask", to: "asked", now });
  return offerId;
}
