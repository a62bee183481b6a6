import { readFileSync, writeFileSync } from "node:fs";

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
}

export function keepPrepared(prepared: Prepared): void {
  writeFileSync(FILE, JSON.stringify(prepared, null, 2));
}

export function readPrepared(): Prepared {
  return JSON.parse(readFileSync(FILE, "utf8"));
}
