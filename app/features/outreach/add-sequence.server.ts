import type { Actor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayKeepContacts } from "~/domain/outreach/policy";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { findSequence, insertSequence } from "~db/sequences.server";

export interface NewSequenceForm {
  /** Chosen when the form was made: the same form sent twice is one sequence. */
  sequenceId: string;
  name: string;
  language: string;
}

export type AddSequenceRefusal = "not_permitted" | "name_missing" | "language_unknown" | "written_already";

/** Adds a sequence of mails in one language, which is a draft until somebody starts it. */
export async function addSequence(
  wiring: Wiring,
  actor: Actor,
  { sequenceId, name: typed, language }: NewSequenceForm,
): Promise<Outcome<{ sequenceId: string }, AddSequenceRefusal>> {
  if (!mayKeepContacts(actor)) return refused("not_permitted");
  const { schoolId, districtId, personId: writerId } = actor;
  const now = wiring.clock.now();
  const name = typed.trim();
  if (name === "") return refused("name_missing");
  return withScope(wiring, actor, async (tx) => {
    const { languages } = await getSchool(tx, schoolId);
    if (!["en", ...languages].includes(language)) return refused("language_unknown");
    if (!(await insertSequence(tx, { schoolId, districtId, sequenceId, name, language, writerId, now }))) {
      const stands = await findSequence(tx, { schoolId, sequenceId });
      const isSame = stands?.name === name && stands.language === language;
      return isSame ? done({ sequenceId }) : refused("written_already");
    }
    await recordAct(tx, { actor, noun: "sequence", nounId: sequenceId, transition: "add", to: "draft", language, now });
    return done({ sequenceId });
  });
}
