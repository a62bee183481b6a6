import { ageOn } from "../time";

/** The age from which a child may be written to without a parent's leave of its own (COPPA, 16 CFR 312.2: "under 13"). */
const YOUNGEST = 13;

/** Whether nobody may send news or a digest to somebody on a civil date. Where no birthday is known, the school's roster vouches. */
export const isTooYoungForMail = ({ born_on: bornOn }: { born_on: string | null }, on: string): boolean =>
  bornOn !== null && ageOn(bornOn, on) < YOUNGEST;
