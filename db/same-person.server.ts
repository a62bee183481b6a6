import { sql } from "kysely";
import { contactKey, SHORTEST_KEY } from "./contact-keys.server";
import type { IntroductionFacts } from "./introductions.server";
import type { ScopeTx } from "./scope.server";

/**
 * Other introductions of the school that seem to propose the same person, by mail address, by phone however it is written, or by the
 * whole name whatever its case: those that wait, are invited or were accepted. The earliest first.
 */
export function listSamePerson(
  tx: ScopeTx,
  introduction: Pick<IntroductionFacts, "school_id" | "id" | "mentor_mail" | "mentor_phone" | "mentor_name">,
) {
  const phone = contactKey(introduction.mentor_phone);
  const name = introduction.mentor_name.trim().toLowerCase();
  const mail = contactKey(introduction.mentor_mail);
  return tx
    .selectFrom("introductions as i")
    .innerJoin("people as pe", (join) =>
      join.onRef("pe.school_id", "=", "i.school_id").onRef("pe.id", "=", "i.proposed_by"),
    )
    .select(["i.id", "i.state", "i.mentor_name", "pe.full_name as proposer_full_name"])
    .where("i.school_id", "=", introduction.school_id)
    .where("i.id", "<>", introduction.id)
    .where("i.state", "in", ["submitted", "in_review", "invited", "accepted"])
    .where((eb) =>
      eb.or([
        eb.and([eb.val(mail !== ""), eb(eb.fn<string>("lower", ["i.mentor_mail"]), "=", mail)]),
        eb.and([
          eb.val(phone.length >= SHORTEST_KEY),
          eb(sql<string>`right(regexp_replace(i.mentor_phone, '[^0-9]', '', 'g'), 10)`, "=", phone),
        ]),
        eb.and([eb.val(name !== ""), eb(sql<string>`lower(btrim(i.mentor_name))`, "=", name)]),
      ]),
    )
    .orderBy("i.created_at")
    .orderBy("i.id")
    .execute();
}

/** Introductions of the school that joined another one. */
export async function listJoinedTo(
  tx: ScopeTx,
  { schoolId, introductionId }: { schoolId: string; introductionId: string },
): Promise<{ id: string; mentor_mail: string }[]> {
  return tx
    .selectFrom("introductions")
    .select(["id", "mentor_mail"])
    .where("school_id", "=", schoolId)
    .where("joined_to", "=", introductionId)
    .orderBy("id")
    .execute();
}
