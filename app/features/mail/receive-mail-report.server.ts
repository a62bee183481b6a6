import type { SystemActor } from "~/domain/actor";
import { endsAddress, isNews, needsPerson } from "~/domain/mail/arrival";
import { done, type Outcome, refused } from "~/domain/outcome";
import { noteAnswer } from "~/steps/note-answer.server";
import { noteReply } from "~/steps/note-reply.server";
import type { Wiring } from "~/wiring";
import { markSent } from "~db/mail-delivery.server";
import {
  type ArrivedMail,
  findMailToReport,
  hasMailEvent,
  insertMailEvent,
  lockArrival,
  lockArrivedWith,
  updateArrival,
} from "~db/mail-events.server";
import { type ScopeTx, type SystemTx, withScope, withSystem } from "~db/scope.server";
import { closeTasksOf } from "~db/staff-tasks.server";
import type { MailReport, ReceivedNote, SignedReport } from "~emails/mailer";
import { answerBadArrival } from "./answer-bad-arrival.server";
import { answerBadSignIn } from "./answer-bad-sign-in.server";

export type ReportEffect = "applied" | "repeated" | "ignored";

/**
 * One report of the provider about a mail that it took, or that came in. Report and effect are one transaction, and only what counts more than
 * what is known changes something: twice, late or in another order does no harm. What is signed and not for us is
 * acknowledged, so that nobody sends it again.
 */
export async function receiveMailReport(
  wiring: Wiring,
  signed: SignedReport,
): Promise<Outcome<{ effect: ReportEffect }, "not_found" | "not_signed">> {
  const { reports } = wiring.mailer;
  if (!reports) return refused("not_found");
  const report = reports.read(signed);
  if (report === null) return refused("not_signed");
  if (report === "unread") return done({ effect: "ignored" });
  if ("receivedId" in report) return done({ effect: await noteReceived(wiring, report) });
  const found = await withSystem(wiring, (tx) => findMailToReport(tx, report.key));
  if (!found) return done({ effect: "ignored" });
  const { schoolId, districtId, address } = found;
  if (schoolId === null || districtId === null)
    return done({ effect: await applyToProductMail(wiring, { report, address }) });
  const actor: SystemActor = { kind: "system", job: "mail-report", schoolId, districtId };
  const effect = await withScope(wiring, actor, (tx) => applyToSchoolMail(tx, wiring, { actor, report, address }));
  return done({ effect });
}

/** What came to none of our addresses is nobody's: it is acknowledged and not kept. */
async function noteReceived(wiring: Wiring, { eventId, type, receivedId, to }: ReceivedNote): Promise<ReportEffect> {
  const came = { to, source: receivedId, told: { eventId, type } };
  const noted = [...(await noteReply(wiring, came)), ...(await noteAnswer(wiring, came))];
  return noted.length > 0 ? "applied" : "ignored";
}

/**
 * A sign-in code that did not arrive: whoever waits for it sees that, and asks again or another way, and their schools hear of a
 * dead address. These are transactions of their own, which do nothing the second time, and come before the report is noted: after
 * a crash between them the report comes again. One that was noted before, or is no news, marks no address that works by now.
 */
async function applyToProductMail(
  wiring: Wiring,
  { report, address }: { report: MailReport; address: string },
): Promise<ReportEffect> {
  const { key: mailId, eventId, arrival } = report;
  const isNew = await withSystem(wiring, (tx) => isUnheard(tx, { mailId, eventId, arrival }));
  if (isNew && endsAddress(arrival)) await answerBadSignIn(wiring, { address, arrival });
  const noted = await withSystem(wiring, (tx) => note(tx, wiring, { report, schoolId: null }));
  return typeof noted === "string" ? noted : "applied";
}

async function isUnheard(
  tx: SystemTx,
  { mailId, eventId, arrival }: { mailId: string; eventId: string; arrival: MailReport["arrival"] },
): Promise<boolean> {
  if (await hasMailEvent(tx, { eventId })) return false;
  const mail = await lockArrival(tx, { mailId });
  return mail !== undefined && isNews(arrival, mail.arrival as ArrivedMail["arrival"] & typeof arrival);
}

async function applyToSchoolMail(
  tx: ScopeTx,
  wiring: Wiring,
  { actor, report, address }: { actor: SystemActor; report: MailReport; address: string },
): Promise<ReportEffect> {
  const now = wiring.clock.now();
  const { schoolId } = actor;
  const carried = await lockArrivedWith(tx, { schoolId, mailId: report.key });
  const mail = await note(tx, wiring, { report, schoolId });
  if (typeof mail === "string") return mail;
  const { arrival } = report;
  for (const each of [mail, ...carried]) {
    if (needsPerson(arrival)) await answerBadArrival(tx, { actor, mail: each, address, arrival, now });
    else if (each.state === "needs_person")
      await closeTasksOf(tx, { schoolId, dedupeKey: `mail:${each.id}`, note: "It did leave.", now });
  }
  return "applied";
}

/** Writes down report and arrival; answers the mail as it was before, or why nothing changes. */
async function note(
  tx: ScopeTx | SystemTx,
  wiring: Wiring,
  { report, schoolId }: { report: MailReport; schoolId: string | null },
): Promise<ArrivedMail | "repeated" | "ignored"> {
  const now = wiring.clock.now();
  const { eventId, type, key: mailId, arrival, providerId } = report;
  if (!(await insertMailEvent(tx, { schoolId, eventId, type, now }))) return "repeated";
  const mail = await lockArrival(tx, { mailId });
  if (!mail || !isNews(arrival, mail.arrival as ArrivedMail["arrival"] & typeof arrival)) return "ignored";
  // The answer to our request may be lost or still under way; a report proves that the provider has the mail.
  await markSent(tx, { mailId, providerId, wipe: mail.kind === "sign-in", now });
  await updateArrival(tx, { mailId, arrival, now });
  return mail;
}
