import { findAccountByMail, isNobodys } from "~db/accounts.server";
import { deleteMentorMail } from "~db/contact-points.server";
import { insertAccount, listMentorWaysIn, moveDrafts, moveMentorWayIn } from "~db/mentor-ways-in.server";
import { type ScopeTx, throughIdentity } from "~db/scope.server";

interface Way {
  districtId: string;
  mentorId: string;
  language: string;
  /** The address that opens nothing to the mentor any more. */
  was: string;
  /** The one that does from now on. */
  address: string;
  on: string;
}

/**
 * Lets a mentor in with another address than before. Answers false, and changes nothing, where somebody has an account with the other
 * one: who reads its mail would be let in as the mentor, and the mentor as whoever that is. An account that is nobody, such as the one
 * that an earlier correction left, is taken, and one that lets the mentor in already is theirs. Whoever writes from the old address is not the
 * mentor any more: it may be a stranger's. Whom it lets in nowhere has nothing to move.
 */
export async function moveWayIn(tx: ScopeTx, way: Way): Promise<boolean> {
  const { districtId, mentorId, language, was, address, on } = way;
  const moved = await throughIdentity(tx, async (identity) => {
    const ways = await listMentorWaysIn(identity, { districtId, mentorId, on });
    const from = ways.find(({ mail }) => mail === was.trim().toLowerCase());
    const right = address.trim().toLowerCase();
    if (!from || from.mail === right) return "nothing";
    const own = ways.find(({ mail }) => mail === right);
    const there = own ? { id: own.accountId } : await findAccountByMail(identity, address);
    if (there && !own && !(await isNobodys(identity, there.id))) return null;
    const to = there?.id ?? (await insertAccount(identity, { mail: address, language }));
    if (!to) return null;
    const organisationIds = await moveMentorWayIn(identity, { districtId, mentorId, from: from.accountId, to });
    return { organisationIds, from: from.accountId, to };
  });
  if (moved !== null && moved !== "nothing") {
    await moveDrafts(tx, { districtId, ...moved });
    await deleteMentorMail(tx, { districtId, mentorId, mail: was });
  }
  return moved !== null;
}
