import { findLinkByHash, hashLinkToken, insertLink } from "~db/links.server";
import { type ScopeTx, throughIdentity } from "~db/scope.server";

interface Renewing<Props> {
  schoolId: string;
  /** Whose link it is: a person of the school or a mentor. */
  bearerId: string;
  /** What the mail says. */
  props: Props;
  /** Ends the links that whoever reads the wrong address may hold. */
  endOld: () => Promise<void>;
}

/**
 * Ends links that went to a wrong address, and puts a new one in the place of the one that a mail says, if that worked until now. Answers
 * what the mail says from now on, and of which invitation its link is.
 */
export async function renewLink<Props extends object>(
  tx: ScopeTx,
  { schoolId, bearerId, props, endOld }: Renewing<Props>,
): Promise<{ props: Props; invitationId: string | null }> {
  const link = "link" in props && typeof props.link === "string" ? props.link : "";
  const cut = link.lastIndexOf("/") + 1;
  const old = await throughIdentity(tx, (identity) => findLinkByHash(identity, hashLinkToken(link.slice(cut))));
  await endOld();
  if (old?.school_id !== schoolId || old.person_id !== bearerId || old.ended_at !== null)
    return { props, invitationId: null };
  const token = await insertLink(tx, {
    ...{ kind: old.kind as Parameters<typeof insertLink>[1]["kind"], schoolId, districtId: old.district_id },
    ...{ organisationId: old.organisation_id, subjectId: old.subject_id, personId: bearerId, language: old.language },
    expiresAt: new Date(old.expires_at),
  });
  return {
    props: { ...props, link: `${link.slice(0, cut)}${token}` },
    invitationId: old.kind === "join" ? old.subject_id : null,
  };
}
