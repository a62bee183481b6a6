import { groupBy } from "~/domain/group-by";
import type { Out } from "~/features/homes/open-day.server";

/** How a list is cut into sheets. */
export const SHEETS_BY = ["site", "advisory"] as const;
export type SheetsBy = (typeof SHEETS_BY)[number];

/** One sheet of paper: the students at one place, or of one advisory. */
export interface Sheet {
  key: string;
  /** Name of the site or advisory; empty for students of no advisory. */
  name: string;
  out: readonly Out[];
}

/** The list cut into sheets, in the order of their first student for places and of names for advisories. */
export function sheetsBy(out: readonly Out[], by: SheetsBy): Sheet[] {
  if (by === "site")
    return [...groupBy(out, ({ site, organisation, place }) => site?.id ?? `${organisation} ${place}`)].map(
      ([key, own]) => ({ key, name: nameOfPlace(own[0] as Out), out: own }),
    );
  return [...groupBy(out, ({ advisory }) => advisory?.id ?? "")]
    .map(([key, own]) => ({ key, name: own[0]?.advisory?.name ?? "", out: own }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

function nameOfPlace({ organisation, site }: Out): string {
  return site && site.name !== organisation ? `${organisation}, ${site.name}` : organisation;
}
