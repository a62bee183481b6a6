import { type Actor, isCoordinator } from "../actor";
import type { PictureFault } from "../picture/read-picture";

/** What a paper can be the proof of. */
export const SCAN_NOUNS = ["consent", "pursuit", "introduction"] as const;
export type ScanNoun = (typeof SCAN_NOUNS)[number];

/** The thing of which a scan proves an act. */
export interface ScanOf {
  noun: ScanNoun;
  id: string;
}

/** Scans kept with one thing: a paper of several pages is several pictures. */
export const MOST_SCANS = 5;

export type ScanFault = PictureFault | "too_many_scans";

/** Coordinators and admins look at the scans of their school, add them and take them away. */
export function mayKeepScans(actor: Actor): boolean {
  return isCoordinator(actor);
}
