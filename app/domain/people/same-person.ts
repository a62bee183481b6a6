import { fold } from "../imports/clean-text";

/** How two spellings of one name look alike: without case, marks and double spaces. */
export function nameKey(fullName: string): string {
  return fold(fullName).replaceAll(/\s+/g, " ").trim();
}
