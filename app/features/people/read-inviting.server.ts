import { civilDate } from "~/clock";
import { comesAs, type InvitationStanding, type InvitationWay } from "~/domain/people/invitation";
import { findWayIn } from "~/steps/way-in.server";
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
  const isFamily = as === "student" || as === "guardian";
  const address = await findMailThatLetsIn(tx, { schoolId, personId, on: today });
  const seen = memberships.flatMap(({ came_in_at: at }) => (at ? [new Date(at)] : [])).sort((a, b) => +a - +b);
  const dayOf = (moment: string | null) => moment && civilDate(new Date(moment), timeZone);
  const rows = await listInvitationsOf(tx, { schoolId, personId });
  const standingOf = async (row: (typeof rows)[number]): Promise<InvitationStanding> => {
    const standing = standingNow(row, { seen, now });
    const isOver = standing === "open" && !(as && (await findWayIn(tx, row, { schoolId, as, on: today })));
    return isOver ? "withdrawn" : standing;
  };
  return {
    cameInOn: seen[0] ? civilDate(seen[0], timeZone) : null,
    /** The address that a mail would go to. */
    mail: address?.value ?? null,
    /** Codes are for students and guardians whom no address lets in: staff come in by the one that an admin wrote down. */
    mayHaveCode: isFamily && !address,
    isFamily,
    invitations: await Promise.all(
      rows.map(async (row) => ({
        id: row.id,
        way: row.way as InvitationWay,
        by: row.inviter,
        note: row.note,
        on: dayOf(row.invited_at),
        remindedOn: dayOf(row.reminded_at),
        lastDay: dayOf(row.expires_at),
        standing: await standingOf(row),
      })),
    ),
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
