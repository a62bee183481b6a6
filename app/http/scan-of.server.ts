import { SCAN_NOUNS, type ScanNoun, type ScanOf } from "~/domain/acting/scan";
import { parseParams } from "./parse-params.server";
import { notFound } from "./refuse.server";

/** What the address of a page of scans names. Throws a 404 page for what scans are not kept with. */
export function readScanOf(params: Record<string, string | undefined>): ScanOf {
  const noun = SCAN_NOUNS.find((each) => each === params.noun);
  if (!noun) throw notFound();
  return { noun, id: parseParams(params, "nounId").nounId };
}

const PAGES: Record<ScanNoun, string> = {
  consent: "/coordinator/consents",
  pursuit: "/coordinator/pursuits",
  introduction: "/coordinator/introductions",
};

/** Where that which the scans are kept with is looked at. */
export const pageOfScanned = ({ noun, id }: ScanOf) => `${PAGES[noun]}/${id}`;

/** Where its scans are. */
export const pageOfScans = ({ noun, id }: ScanOf) => `/coordinator/scans/${noun}/${id}`;
