import { civilDate } from "~/clock";
import type { SystemActor } from "~/domain/actor";
import type { Wiring } from "~/wiring";
import { enqueueMail } from "~db/mails.server";
import { findMailOf, findMailOfMentor, findMentor, findPersonToWrite } from "~db/people.server";
import { type FoundReply, settleReply } from "~db/replies.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import type { MailProps } from "~emails/kinds";

type Event = MailProps<"reply-returned">["event"];

interface Back {
  actor: SystemActor;
  reply: FoundReply;
  event: Event;
}

/** What came by mail cannot be a message: its writer hears why, and nothing of it is kept. */
export async function giveReplyBack(wiring: Wiring, { actor, reply, event }: Back): Promise<"given_back"> {
  const now = wiring.clock.now();
  await withScope(wiring, actor, async (tx) => {
    await settleReply(tx, {
      schoolId: actor.schoolId,
      replyId: reply.id,
      became: "given_back",
      because: event,
      now,
    });
    await tellWriter(tx, wiring, { actor, reply, event });
  });
  return "given_back";
}

/** Promises the mail that says why; to an address that the school knows, whatever the mail came from. */
export async function tellWriter(tx: ScopeTx, wiring: Wiring, { actor, reply, event }: Back): Promise<void> {
  const { schoolId, districtId } = actor;
  const { person_id: personId, mentor_id: mentorId } = reply;
  const now = wiring.clock.now();
  const school = await getSchool(tx, schoolId);
  const on = civilDate(now, school.time_zone);
  const who =
    mentorId === null
      ? await findPersonToWrite(tx, { schoolId, personId: personId ?? "", on })
      : await findMentor(tx, { districtId, mentorId });
  const mail =
    mentorId === null
      ? await findMailOf(tx, { schoolId, personId: personId ?? "" })
      : await findMailOfMentor(tx, { districtId, mentorId });
  if (!who || mail === undefined) return;
  await enqueueMail(tx, {
    kind: "reply-returned",
    props: {
      readerName: who.name_used,
      event,
      schoolName: school.name,
      helpName: school.help_name,
      helpPhone: school.help_phone,
      link: `${wiring.env.origin}/conversations/${reply.pursuit_id}`,
    },
    to: { mail, language: who.language, personId, mentorId },
    schoolId,
    // Once an hour for each reason, whatever comes in.
    dedupeKey: `reply-returned:${reply.member_id}:${event}:${now.toISOString().slice(0, 13)}`,
    now,
  });
}
