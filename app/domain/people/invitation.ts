/** How somebody is asked to come in: a mail to an address that lets them in, a printed letter with a code, a code told in person. */
export const INVITATION_WAYS = ["mail", "letter", "hand"] as const;
export type InvitationWay = (typeof INVITATION_WAYS)[number];

/** Days that an invitation stays good: a letter lies about in a kitchen for a while, and not for a term. */
export const INVITATION_DAYS = 30;

/** Days after which a mail that nobody followed is said once more, and never again. */
export const REMINDED_AFTER_DAYS = 7;

/** Longest note on how a code was handed over, in characters. */
export const LONGEST_NOTE = 500;

/** Ten signs of five bits: whoever tries a thousand codes a second meets one of a thousand open ones after some decades. */
export const CODE_LENGTH = 10;

/** Digits and letters that nobody takes for one another on paper (Crockford's base 32, without U). */
export const CODE_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** The code as it is kept, or null for what is none. Reads small letters, spaces and dashes, O as 0, I and L as 1. */
export function readInvitationCode(typed: string): string | null {
  if (typed.length > 40) return null;
  const code = typed.toUpperCase().replaceAll(/[\s-]/g, "").replaceAll("O", "0").replaceAll(/[IL]/g, "1");
  return code.length === CODE_LENGTH && [...code].every((sign) => CODE_SIGNS.includes(sign)) ? code : null;
}

/** The code as people read it: two halves. */
export function showInvitationCode(code: string): string {
  return `${code.slice(0, CODE_LENGTH / 2)}-${code.slice(CODE_LENGTH / 2)}`;
}

export type InvitationStanding = "open" | "used" | "withdrawn" | "ran_out";

/** What has become of an invitation. One whose address was taken away counts as withdrawn. */
export function standingOfInvitation(invitation: {
  way: InvitationWay;
  hasAddress: boolean;
  isUsed: boolean;
  isWithdrawn: boolean;
  hasRunOut: boolean;
}): InvitationStanding {
  if (invitation.isUsed) return "used";
  if (invitation.isWithdrawn || (invitation.way === "mail" && !invitation.hasAddress)) return "withdrawn";
  return invitation.hasRunOut ? "ran_out" : "open";
}

/** What somebody comes in as: family by a mail or a code, everybody else by mail. */
export type ComesAs = "student" | "guardian" | "staff";

/** What somebody of these roles at the school comes in as; no student is a guardian. Null for whoever has no place there. */
export function comesAs(roles: readonly string[]): ComesAs | null {
  if (roles.includes("student")) return "student";
  if (roles.includes("guardian")) return "guardian";
  return roles.length > 0 ? "staff" : null;
}
