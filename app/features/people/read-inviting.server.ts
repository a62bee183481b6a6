import { civilDate } from "~/clock";
import { comesAs, type InvitationStanding, type InvitationWay } from "~/domain/people/invitation";
import { findMailThatLetsIn, listInvitationsOf, standingOfRow } from "~db/invitations.server";
import { listRolesOf } from "~db/person-page.server";
import type { ScopeTx } from "~db/scope.server";

interface Asked {
  schoolId: string;
  personId: string;
  memberships: readonly { came_in_at: string | null }[];
  today: string;
  timeZone: string;
  now: Date;
}

/** Whether somebody has come in, how they were asked to, and how they could be. */
export async function readInviting(tx: ScopeTx, { schoolId, personId, memberships, today, timeZone, now }: Asked) {
  const as = comesAs(await listRolesOf(tx, { schoolId, personId, on: today }));
  const address = await findMailThatLetsIn(tx, { schoolId, personId, on: today });
  const seen = memberships.flatMap(({ came_in_at: at }) => (at ? [new Date(at)] : [])).sort((a, b) => +a - +b);
  const dayOf = (moment: string | null) => moment && civilDate(new Date(moment), timeZone);
  const rows = await listInvitationsOf(tx, { schoolId, personId });
  return {
    cameInOn: seen[0] ? civilDate(seen[0], timeZone) : null,
    /** The address that a mail would go to. */
    mail: address?.value ?? null,
    /** Codes are for students and guardians: staff come in by the address that an admin wrote down. */
    mayHaveCode: as === "student" || as === "guardian",
    invitations: rows.map((row) => ({
      id: row.id,
      way: row.way as InvitationWay,
      by: row.inviter,
      note: row.note,
      on: dayOf(row.invited_at),
      remindedOn: dayOf(row.reminded_at),
      lastDay: dayOf(row.expires_at),
      standing: standingNow(row, { seen, now }),
    })),
  };
}

/** Who was mailed and has signed in since came by that mail, or knew the way without it: it waits for nothing any more. */
function standingNow(
  row: Awaited<ReturnType<typeof listInvitationsOf>>[number],
  { seen, now }: { seen: readonly Date[]; now: Date },
): InvitationStanding {
  const standing = standingOfRow(row, now);
  const isSeen = seen.some((moment) => moment >= new Date(row.invited_at));
  return standing === "open" && row.way === "mail" && isSeen ? "used" : standing;
}
