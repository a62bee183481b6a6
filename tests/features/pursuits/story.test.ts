import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { consentLifecycle } from "~/domain/consent/lifecycle";
import { PURSUIT_ANSWERS } from "~/domain/pursuit/answers";
import { pursuitLifecycle } from "~/domain/pursuit/lifecycle";
import { recordConsent } from "~/features/consents/record-consent.server";
import { answerOffer } from "~/features/pursuits/answer-offer.server";
import { answerSuggestion } from "~/features/pursuits/answer-suggestion.server";
import { approvePursuit } from "~/features/pursuits/approve-pursuit.server";
import { completePursuit } from "~/features/pursuits/complete-pursuit.server";
import { confirmGate } from "~/features/pursuits/confirm-gate.server";
import { declinePursuit } from "~/features/pursuits/decline-pursuit.server";
import { expirePursuits } from "~/features/pursuits/expire-pursuits.server";
import { recordAnswer } from "~/features/pursuits/record-answer.server";
import { requestPursuit } from "~/features/pursuits/request-pursuit.server";
import { respondToFirstContact } from "~/features/pursuits/respond-to-first-contact.server";
import { withdrawPursuit } from "~/features/pursuits/withdraw-pursuit.server";
import en from "~/locales/en/pursuits";
import { cast } from "~db/cast";
import { approvePair } from "../../support/approve-pair";
import { staff, student } from "../../support/pursuit-way";
import { hostByLink, lakeviewListing, openStage, type Stage, sendMails } from "../../support/stage";
import { readAudit, readStates, watchStates } from "../../support/state-history";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await watchStates(stage);
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

/** Enough to meet every act and every state in a few seconds; raise it to hunt. */
const STORIES = 15;
const STUDENTS = ["ana", "jada"] as const;
const PLACEMENTS = ["clinic-care", "clinic-desk", "bakery-morning", "clinic-shadow", "bus-mechanics"];

/** One thing that somebody tries to do. Most tries are refused; none may break a rule. */
interface Try {
  does: keyof typeof ACTS;
  who: (typeof STUDENTS)[number];
  placement: string;
  pick: number;
}

const ACTS = {
  ask: ({ who, placement }: Try) =>
    requestPursuit(stage.wiring, student(who), { listingId: lakeviewListing(placement), note: "" }),
  approvePair: ({ who, placement }: Try) =>
    approvePair(stage, staff("ines"), {
      studentId: cast[who].personId,
      listingId: lakeviewListing(placement),
    }),
  approve: onPursuit("requested", (pursuitId) => approvePursuit(stage.wiring, staff("priya"), { pursuitId })),
  decline: onPursuit("requested", (pursuitId) =>
    declinePursuit(stage.wiring, staff("ines"), { pursuitId, textForStudent: "No.", textForStaff: "" }),
  ),
  want: onPursuit("suggested", (pursuitId, { who }) =>
    answerSuggestion(stage.wiring, student(who), { pursuitId, answer: "want" }),
  ),
  noThanks: onPursuit("suggested", (pursuitId, { who }) =>
    answerSuggestion(stage.wiring, student(who), { pursuitId, answer: "no_thanks" }),
  ),
  withdraw: onPursuit("requested", (pursuitId, { who }) =>
    withdrawPursuit(stage.wiring, student(who), { pursuitId, reason: "changed my mind" }),
  ),
  take: onPursuit("offered", (pursuitId, { who }) =>
    answerOffer(stage.wiring, student(who), { pursuitId, answer: "take" }),
  ),
  refuseOffer: onPursuit("offered", (pursuitId, { who }) =>
    answerOffer(stage.wiring, student(who), { pursuitId, answer: "no_thanks" }),
  ),
  offer: onPursuit("contacted", (pursuitId) => hostSays(pursuitId, "offer")),
  turnDown: onPursuit("contacted", (pursuitId) => hostSays(pursuitId, "turn_down")),
  record: onPursuit("contacted", (pursuitId, { pick }) =>
    recordAnswer(stage.wiring, staff("ines"), {
      pursuitId,
      answer: PURSUIT_ANSWERS[(pick + 1) % PURSUIT_ANSWERS.length] ?? "offer",
      channel: "phone",
      evidence: "Called.",
      interpreter: "",
    }),
  ),
  complete: onPursuit("accepted", (pursuitId) => completePursuit(stage.wiring, staff("ines"), { pursuitId })),
  gate: onPursuit("approved", (pursuitId) =>
    confirmGate(stage.wiring, staff("ines"), { pursuitId, kind: "host_answers", on: "2026-10-01", note: "seen" }),
  ),
  give: onConsent("give"),
  refuse: onConsent("refuse"),
  revoke: onConsent("revoke"),
  send: () => sendMails(stage),
  wait: async () => stage.wiring.clock.pass(8 * 24 * 60),
  night: () => expirePursuits(stage.wiring),
};

/** Acts on one of the student's pursuits; on one in the state where the act has a sense, if `pick` is 0 and there is one. */
function onPursuit(state: string, act: (pursuitId: string, tried: Try) => Promise<unknown>) {
  return async (tried: Try) => {
    const own = await stage.rows<{ id: string }>(
      "select id from pursuits where student_id = $1 order by state = $2 desc, id desc",
      [cast[tried.who].personId, state],
    );
    const chosen = own[tried.pick % Math.max(1, own.length)];
    return chosen && act(chosen.id, tried);
  };
}

async function hostSays(pursuitId: string, answer: "offer" | "turn_down") {
  const [link] = await stage.rows("select id from identity.links where kind = 'first-contact' and subject_id = $1", [
    pursuitId,
  ]);
  if (!link) return;
  await respondToFirstContact(stage.wiring, await hostByLink(stage, pursuitId), { pursuitId, answer, message: "" });
}

function onConsent(answer: "give" | "refuse" | "revoke") {
  return async ({ who, pick }: Try) => {
    const asked = await stage.rows<{ id: string }>(
      "select id from consents where student_id = $1 order by state = 'requested' desc, id",
      [cast[who].personId],
    );
    const chosen = asked[pick % Math.max(1, asked.length)];
    const on = stage.wiring.clock.now().toISOString().slice(0, 10);
    const signed = { signedName: "Signed", relationship: "mother", interpreter: "", evidence: "Scan 3" };
    if (chosen)
      await recordConsent(stage.wiring, staff("ines"), {
        consentId: chosen.id,
        answer,
        channel: "paper",
        on,
        ...signed,
      });
  };
}

const tries: fc.Arbitrary<Try> = fc.record({
  // What leads on comes up more often, so that a story gets somewhere.
  does: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom<Try["does"]>("ask", "approve", "give", "offer", "take", "want") },
    { weight: 1, arbitrary: fc.constantFrom(...(Object.keys(ACTS) as Try["does"][])) },
  ),
  who: fc.constantFrom(...STUDENTS),
  placement: fc.constantFrom(...PLACEMENTS),
  pick: fc.constantFrom(0, 0, 0, 1, 2),
});

/** Rules of the domain, each as a query for what breaks it. */
const BROKEN: Record<string, string> = {
  "a place is held by a pursuit that holds none": `select u.state from pursuit_places p join pursuits u on u.id = p.pursuit_id
    where u.state not in ('suggested', 'approved', 'contacted', 'offered', 'accepted')`,
  "a pursuit that holds a place has none": `select u.state from pursuits u where not exists (
    select from pursuit_places p where p.pursuit_id = u.id)
    and u.state in ('suggested', 'approved', 'contacted', 'offered', 'accepted')`,
  "more places are taken than there are": `select listing_id from pursuit_places p join listings l on l.id = p.listing_id
    group by listing_id, l.seats having count(*) > l.seats or max(place_no) > l.seats`,
  "a seat is held without an offer": `select u.state from seat_holds h join pursuits u on u.id = h.pursuit_id
    where u.state not in ('offered', 'accepted')`,
  "an offer holds no seat": `select u.id from pursuits u where u.state in ('offered', 'accepted')
    and not exists (select from seat_holds h where h.pursuit_id = u.id)`,
  "an engagement runs without an acceptance": `select u.state from engagements e join pursuits u on u.id = e.pursuit_id
    where u.state <> 'accepted' or e.state <> 'not_started'`,
  "a host reads without request, approval or consent": `select u.state from disclosures d join pursuits u on u.id = d.pursuit_id
    join consents c on c.id = d.consent_id where d.withdrawn_at is null and (u.student_asked_at is null
      or u.approved_at is null or u.state not in ('contacted', 'offered', 'accepted', 'completed') or c.purpose <> 'looking')`,
  "a first contact waits to leave that nobody consents to any more": `select m.id from mails m where m.kind = 'first-contact'
    and m.state = 'queued' and not exists (select from disclosures d
      where m.dedupe_key like 'first-contact:' || d.pursuit_id || ':%' and d.withdrawn_at is null)`,
  "a student has more live pursuits than the limit": `select student_id from pursuits
    where state in ('suggested', 'requested', 'approved', 'contacted', 'offered') group by student_id having count(*) > 3`,
  "an act has no who, when or how": `select transition from audit_log where at is null or channel is null
    or (actor_kind = 'system' and actor_note = '') or (actor_kind <> 'system' and actor_id is null)`,
  "an answer of host or student that staff took down does not say for whom and how": `select transition from audit_log
    where noun = 'pursuit' and actor_kind = 'staff' and transition in ('offer', 'turn_down', 'accept', 'refuse_offer', 'withdraw')
      and (on_behalf_of is null or channel <> 'phone' or evidence = '')`,
  "an answer that staff took down does not say for whom": `select a.transition from audit_log a join consents c on c.id = a.noun_id
    where a.actor_kind = 'staff' and a.to_state in ('given', 'refused', 'revoked')
      and (a.on_behalf_of is distinct from c.guardian_id or a.channel <> 'paper' or a.evidence = '')`,
};

test("whatever people try, in any order, no rule breaks and every change of state is in the audit log", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(tries, { minLength: 25, maxLength: 50, size: "max" }), async (story) => {
      await stage.clear();
      await stage.rows("delete from seen_states");
      for (const tried of story) await ACTS[tried.does](tried);
      expect(await readAudit(stage)).toEqual(await readStates(stage));
      for (const [rule, query] of Object.entries(BROKEN)) expect([rule, await stage.rows(query)]).toEqual([rule, []]);
      await expectLegalMoves();
    }),
    { numRuns: STORIES },
  );
}, 120_000);

/** Each move in the log is a row of its lifecycle table, and has a sentence in the history a coordinator reads. */
async function expectLegalMoves(): Promise<void> {
  const moves = await stage.rows<Record<"noun" | "transition" | "from_state" | "to_state", string>>(
    `select distinct noun, transition, from_state, to_state from audit_log
      where noun in ('pursuit', 'consent') and from_state is not null and transition not like 'gate:%'`,
  );
  for (const { noun, transition, from_state, to_state } of moves) {
    const table = (noun === "pursuit" ? pursuitLifecycle : consentLifecycle) as Record<
      string,
      { from: string | readonly string[]; to: string }
    >;
    const row = table[transition];
    expect([transition, row?.to]).toEqual([transition, to_state]);
    expect([row?.from].flat()).toContain(from_state);
  }
  const acts = await stage.rows<{ transition: string }>(
    "select distinct transition from audit_log where noun = 'pursuit' and transition not like 'gate:%'",
  );
  expect(acts.map(({ transition }) => transition).filter((name) => !(name in en.act))).toEqual([]);
}
