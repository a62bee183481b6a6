import type { Wiring } from "~/wiring";
import { listSchools } from "~db/schools.server";
import { withSystem } from "~db/scope.server";
import type { OpenedAsking } from "./open-asking.server";

/** What the form shows to anybody: the names of the schools, nothing of who works there. */
export async function openVisitorAsking(wiring: Wiring): Promise<OpenedAsking> {
  const schools = await withSystem(wiring, listSchools);
  return {
    schools: schools.map(({ id, name }) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name)),
    known: false,
  };
}
