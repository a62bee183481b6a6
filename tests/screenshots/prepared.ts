import { existsSync, readFileSync, writeFileSync } from "node:fs";

const FILE = "screenshots/prepared.json";

/** Addresses that exist only after somebody has done something: behind the link of a mail, or of a file sent in. */
export interface Prepared {
  consent: string;
  firstContact: string;
  invitation: string;
  paperConsent: string;
  importColumns: string;
  importCheck: string;
  importResult: string;
  demandNear: string;
  give: string;
  paidGift: string;
  invoicedGift: string;
}

/** Keeps some of them, beside those that are kept already. */
export function keepPrepared(prepared: Partial<Prepared>): void {
  const before = existsSync(FILE) ? readPrepared() : {};
  writeFileSync(FILE, JSON.stringify({ ...before, ...prepared }, null, 2));
}

export function readPrepared(): Prepared {
  return JSON.parse(readFileSync(FILE, "utf8"));
}
