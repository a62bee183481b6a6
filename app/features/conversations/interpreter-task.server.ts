import type { Seat } from "~/steps/conversation.server";
import { findLanguageOf, findMentor } from "~db/people.server";
import type { ScopeTx } from "~db/scope.server";

/** Who of a conversation reads, as a task names them. */
export const readerIdOf = ({ sitter }: Seat): string => (sitter.role === "mentor" ? sitter.mentorId : sitter.personId);

/** The one task about a message for somebody, also after it is done. */
export const interpreterKey = (messageId: string, seat: Seat): string =>
  `interpret_message:${messageId}:${readerIdOf(seat)}`;

/** The language that whoever sits there reads. */
export async function readLanguage(tx: ScopeTx, { sitter, as, pursuit }: Seat): Promise<string> {
  if (sitter.role === "mentor") {
    const mentor = await findMentor(tx, { districtId: pursuit.district_id, mentorId: sitter.mentorId });
    return mentor?.language ?? "en";
  }
  return (await findLanguageOf(tx, { schoolId: as.schoolId, personId: sitter.personId })) ?? "en";
}
