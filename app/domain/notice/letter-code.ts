import { readInvitationCode } from "../people/invitation";

const SIGNS = 10;

/** A code as it stands on a letter, or null for what is none: in capitals, without the spaces and dashes that people type. */
export function readLetterCode(typed: string): string | null {
  if (typed.length > 40) return null;
  const code = typed.toUpperCase().replaceAll(/[\s-]/g, "");
  return /^[0-9A-Z]{10}$/.test(code) ? code : null;
}

/**
 * The code on the letter of a task: the last ten hexadecimal signs of its id, which are random. It finds the task for whoever may
 * read it and opens nothing, so it need not be a secret.
 */
export function letterCodeOfTask(taskId: string): string {
  return taskId.slice(-SIGNS).toUpperCase();
}

/** How the id of the task of a letter ends, or null for what is no code of a task. O counts as 0, I and L count as 1. */
export function endOfTaskId(code: string): string | null {
  const read = readInvitationCode(code)?.toLowerCase() ?? "";
  return /^[0-9a-f]{10}$/.test(read) ? read : null;
}

/** The codes by which letters find a request for consent: its own, and those of requests that went into it. */
export function lettersOf(request: unknown): string[] {
  const { letter_code: own, letter_codes_before: more } = request as {
    letter_code: string;
    letter_codes_before?: string[] | null;
  };
  return [own, ...(more ?? [])];
}
