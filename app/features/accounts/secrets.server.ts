import { createHash, createHmac, randomBytes, randomInt } from "node:crypto";
import { readInvitationCode } from "~/domain/people/invitation";
import { invitationCodeHash } from "~db/invitations.server";

/** 32 random bytes as text for a cookie or a link. Only its SHA-256 is stored. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** True for texts that `newToken` could have made; everything else is refused before the database is asked. */
export function isToken(text: unknown): text is string {
  return typeof text === "string" && /^[\w-]{43}$/.test(text);
}

export function hashToken(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

/** By what a link is found: the hash of its token, or, where it may be one, of the code of a letter. Null for any other text. */
export function hashOfBearer(
  secret: string,
  text: string | undefined,
  { mayBeCode }: { mayBeCode: boolean },
): Buffer | null {
  if (isToken(text)) return hashToken(text);
  if (!mayBeCode) return null;
  const code = readInvitationCode(text ?? "");
  return code === null ? null : invitationCodeHash(secret, code);
}

/** Six digits, each value equally likely. */
export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, "0");
}

/**
 * What is stored of a code. Keyed by the app's secret and bound to the challenge and to the browser that asked, so a copy
 * of the table answers no guess.
 */
export function macOfCode({
  secret,
  challengeId,
  browser,
  code,
}: {
  secret: string;
  challengeId: string;
  browser: string;
  code: string;
}): Buffer {
  return createHmac("sha256", secret).update(`sign-in\n${challengeId}\n${browser}\n${code}`).digest();
}
