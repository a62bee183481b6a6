import { ALL_RIGHTS, LINK_RIGHTS, type LinkRights, rightsInWords } from "../people/link-rights";
import { isSamePhone } from "../phone";
import { fold } from "./clean-text";
import type { Families, KnownAdult, KnownLink, NumberedStudent } from "./families";
import type { GuardianVerdict, ImportedGuardian } from "./imported-guardian";
import type { KnownMails } from "./known-mails";
import { recogniseGuardian } from "./recognise-guardian";
import { type GuardianReason, type GuardianWarning, noteAbout, type RowNote } from "./row-note";

export type GuardianPlan =
  | { ok: false; reasons: RowNote<GuardianReason>[]; perhaps: readonly { id: string; fullName: string }[] }
  | {
      ok: true;
      student: NumberedStudent;
      /** Null for somebody new. */
      before: KnownAdult | null;
      /** With the id "" for somebody new. */
      after: KnownAdult;
      /** What is between the two from then on. */
      link: KnownLink;
      /** The address of the row. */
      mail: string | null;
      /** It is in somebody else's hands too, so it opens nothing. */
      isMailShared: boolean;
      warnings: RowNote<GuardianWarning>[];
    };

const NEW: Omit<KnownAdult, "fullName"> = { id: "", language: "en", mails: [], phones: [], links: [] };
const NO_RIGHTS: LinkRights = { mayConsent: false, maySeeRecords: false, mayKnowWhereabouts: false };
const LAST_CALLED = 9;

/**
 * What a row makes of the school's families: a guardian with a link, a change of what describes them, or nothing, with reasons. Rights
 * come with a new link alone. Those of a standing link are changed by a person: the row says how the file differs and leaves them as
 * they are, so that a file neither gives back what a court took nor takes what it gave. Ways to reach somebody are only added, and an
 * address that the school took away stays away.
 */
export function planGuardian(verdict: GuardianVerdict, families: Families, mails: KnownMails): GuardianPlan {
  if (!verdict.ok) return { ok: false, reasons: verdict.reasons, perhaps: [] };
  const found = recogniseGuardian(verdict.guardian, families);
  if (!found.ok) return { ok: false, reasons: [found.reason], perhaps: found.perhaps };
  const { student, known: before } = found;
  const isTaken = isTakenAway(verdict.guardian, before, mails);
  const guardian = isTaken ? { ...verdict.guardian, mail: null } : verdict.guardian;
  const standing = before?.links.find(({ studentId }) => studentId === student.id);
  const linked = standing ? described(standing, guardian) : begun(guardian, student, families);
  if (!linked.ok) return { ok: false, reasons: linked.reasons, perhaps: [] };
  const { link } = linked;
  const warnings = [...verdict.warnings, ...linked.warnings];
  if (isTaken) warnings.push(noteAbout("mail_taken_away", verdict.guardian.mail ?? ""));
  const isMailShared = guardian.mail !== null && mails.isOthers(guardian.mail, before?.id ?? null);
  if (isMailShared && !before?.mails.includes(guardian.mail ?? ""))
    warnings.push(noteAbout("mail_of_others", guardian.mail ?? ""));
  const after = afterRow(before ?? { ...NEW, fullName: guardian.fullName }, guardian, link);
  return { ok: true, student, before, after, link, mail: guardian.mail, isMailShared, warnings };
}

const isTakenAway = ({ mail }: ImportedGuardian, before: KnownAdult | null, mails: KnownMails) =>
  mail !== null && before !== null && !before.mails.includes(mail) && mails.wasTakenAway(mail, before.id);

type Linked =
  | { ok: true; link: KnownLink; warnings: RowNote<GuardianWarning>[] }
  | { ok: false; reasons: RowNote<GuardianReason>[] };

/** A standing link: the word for it and the call order follow the file, its rights do not. */
function described(standing: KnownLink, row: ImportedGuardian): Linked {
  const isCalledElse = row.relationship !== "" && fold(row.relationship) !== fold(standing.relationship);
  const link = {
    ...standing,
    relationship: isCalledElse ? row.relationship : standing.relationship,
    callOrder: row.callOrder ?? standing.callOrder,
  };
  const from = rightsInWords(standing);
  const legalBasis = row.legalBasis ?? standing.legalBasis;
  const to = rightsInWords({ legalBasis, rights: { ...standing.rights, ...row.rights } });
  return { ok: true, link, warnings: from === to ? [] : [{ code: "rights_differ", detail: { from, to } }] };
}

/** A new link. A parent has every right (34 CFR 99.4), and only a legal document takes one; anybody else has what the row gives. */
function begun(row: ImportedGuardian, student: NumberedStudent, families: Families): Linked {
  const { relationship, callOrder } = row;
  const legalBasis = row.legalBasis ?? row.basisOfRelationship;
  const reasons: RowNote<GuardianReason>[] = [];
  if (relationship === "") reasons.push({ code: "relationship_missing" });
  else if (legalBasis === null) reasons.push(noteAbout("basis_missing", relationship));
  const isParent = legalBasis === "parent";
  if (isParent && LINK_RIGHTS.some((right) => row.rights[right] === false))
    reasons.push({ code: "parent_without_right" });
  if (reasons.length > 0 || legalBasis === null) return { ok: false, reasons };
  const rights = { ...(isParent ? ALL_RIGHTS : NO_RIGHTS), ...row.rights };
  const standing = families.tiedTo(student.id).filter(({ links }) => links.some((link) => isStanding(link, student)));
  const order = callOrder ?? Math.min(LAST_CALLED, standing.length + 1);
  const link = {
    studentId: student.id,
    relationship,
    legalBasis,
    rights,
    callOrder: order,
    isOver: false,
    isListed: true,
  };
  const isBare = !LINK_RIGHTS.some((right) => rights[right]);
  return { ok: true, link, warnings: isBare ? [{ code: "no_rights" }] : [] };
}

const isStanding = ({ studentId, isOver }: KnownLink, { id }: NumberedStudent) => studentId === id && !isOver;

function afterRow(base: KnownAdult, row: ImportedGuardian, link: KnownLink): KnownAdult {
  const { mail, phone } = row;
  return {
    ...base,
    language: row.language ?? base.language,
    mails: mail && !base.mails.includes(mail) ? [...base.mails, mail] : base.mails,
    phones: phone && !base.phones.some((one) => isSamePhone(one, phone)) ? [...base.phones, phone] : base.phones,
    links: [...base.links.filter(({ studentId }) => studentId !== link.studentId), link],
  };
}
