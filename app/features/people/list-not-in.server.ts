import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { pageSlice } from "~/domain/page-slice";
import type { ComesAs, InvitationWay } from "~/domain/people/invitation";
import { mayKeepPeople } from "~/domain/people/policy";
import type { Wiring } from "~/wiring";
import { countNotIn, listNotIn as listRows } from "~db/not-in.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { INVITED_AT_ONCE } from "./invite-people.server";

export interface NotInList {
  count: number;
  page: number;
  pages: number;
  people: {
    id: string;
    name: string;
    fullName: string;
    as: ComesAs;
    mail: string | null;
    invited: { way: InvitationWay; on: string } | null;
  }[];
}

/** Of whom of the school no sign-in is noted, a page at a time, and whether they were asked to. */
export async function listNotIn(
  wiring: Wiring,
  actor: Actor,
  { page }: { page: number },
): Promise<Outcome<NotInList, "not_permitted">> {
  if (!mayKeepPeople(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const { time_zone: timeZone } = await getSchool(tx, schoolId);
    const on = civilDate(wiring.clock.now(), timeZone);
    const count = await countNotIn(tx, { schoolId, on });
    const slice = pageSlice({ count, limit: INVITED_AT_ONCE, wanted: page });
    const rows = await listRows(tx, { schoolId, on, ...slice });
    return done({
      count,
      page: slice.page,
      pages: slice.pages,
      people: rows.map(({ id, name_used: name, full_name: fullName, as, mail, way, invited_at: at }) => ({
        ...{ id, name, fullName, as, mail },
        invited: way && at ? { way: way as InvitationWay, on: civilDate(new Date(at), timeZone) } : null,
      })),
    });
  });
}
