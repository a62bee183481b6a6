import type { StaffActor } from "~/domain/actor";
import type { Wiring } from "~/wiring";
import { enqueueMail } from "~db/mails.server";
import { listPersonNames } from "~db/names-of.server";
import { findLanguageOf, findMailOf } from "~db/people.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import type { MailProps } from "~emails/kinds";

interface CoverNews {
  actor: StaffActor;
  event: MailProps<"cover-news">["event"];
  cover: { id: string; advisory: string; advisorId: string; personId: string; from: string; to: string };
  now: Date;
}

/**
 * Mails who covers and whose advisory it is that a cover was given, or ended early; whoever did it knows. Who covers and is given
 * the advisory itself goes on reading, so nothing has ended for them.
 */
export async function tellOfCover(tx: ScopeTx, wiring: Wiring, { actor, event, cover, now }: CoverNews): Promise<void> {
  const { schoolId } = actor;
  const { personId, advisorId } = cover;
  if (personId === advisorId) return;
  const school = await getSchool(tx, schoolId);
  const names = await listPersonNames(tx, { schoolId, personIds: [personId, advisorId, actor.personId] });
  const nameOf = (id: string) => names.find((row) => row.id === id)?.full_name ?? "";
  const readers = [
    { reader: "cover", id: personId },
    { reader: "advisor", id: advisorId },
  ] as const;
  for (const { reader, id } of readers) {
    const mail = id === actor.personId ? undefined : await findMailOf(tx, { schoolId, personId: id });
    if (!mail) continue;
    await enqueueMail(tx, {
      kind: "cover-news",
      props: {
        ...{
          event,
          reader,
          coverName: nameOf(personId),
          coverAdvisory: cover.advisory,
          coverBy: nameOf(actor.personId),
        },
        ...{ coverFrom: cover.from, coverTo: cover.to },
        ...{ schoolName: school.name, helpName: school.help_name, helpPhone: school.help_phone },
        link: `${wiring.env.origin}/advisor/cover`,
      },
      to: { mail, language: (await findLanguageOf(tx, { schoolId, personId: id })) ?? "en", personId: id },
      schoolId,
      dedupeKey: `cover-news:${cover.id}:${event}:${id}`,
      now,
    });
  }
}
