/** What a gift may be for; a fund keeps each apart. */
export const PURPOSES = ["transit", "tools", "clearance", "stipend"] as const;
export type Purpose = (typeof PURPOSES)[number];

export function isPurpose(text: string): text is Purpose {
  return (PURPOSES as readonly string[]).includes(text);
}
