import { listNamesWentInto, listWhomTheyWentInto } from "~db/merged-people.server";
import * as facts from "~db/staff-facts.server";
import * as moves from "~db/staff-moves.server";
import type { Query } from "./queries";

type Their = Parameters<Query>[1];
const twin = ({ schoolId, twinStaffId, on }: Their) => ({ schoolId, personId: twinStaffId, on });
const whole = (before: Record<string, unknown>) => [{ key: {}, before }];

/** The queries of a merge of staff. */
export const STAFF_MERGE_CALLS: Record<string, Query> = {
  "merged-people/listWhomTheyWentInto": (tx, { schoolId, goneAdultId }) =>
    listWhomTheyWentInto(tx, { schoolId, ids: [goneAdultId] }),
  "merged-people/listNamesWentInto": (tx, { schoolId }) => listNamesWentInto(tx, { schoolId }),
  "staff-facts/findStaffFacts": async (tx, their) => (await facts.findStaffFacts(tx, twin(their))).accounts,
  "staff-facts/hasCoversBothWays": (tx, { schoolId, keptStaffId, twinStaffId, on }) =>
    facts.hasCoversBothWays(tx, { schoolId, oneId: keptStaffId, otherId: twinStaffId, on }),
  "staff-facts/countOfStaff": async (tx, their) =>
    (await facts.countOfStaff(tx, { ...twin(their), now: their.now })).advisories,
  "staff-facts/listComparedStaff": (tx, { schoolId, on }) => facts.listComparedStaff(tx, { schoolId, on }),
  "staff-moves/takeOwnCovers": (tx, { schoolId, keptStaffId, twinStaffId, on }) =>
    moves.takeOwnCovers(tx, { schoolId, from: twinStaffId, to: keptStaffId, on }),
  "staff-moves/putBackCovers": (tx, { schoolId, goneAdultId, twinAdvisoryId, twinStaffId, keptStaffId }) =>
    moves.putBackCovers(tx, {
      ...{ from: keptStaffId, to: twinStaffId },
      moves: whole({
        ...{ school_id: schoolId, id: goneAdultId, advisory_id: twinAdvisoryId, cover_id: keptStaffId },
        ...{ from_on: "2027-08-01", to_on: "2027-08-02" },
      }),
    }),
  "staff-moves/listCoversOf": (tx, { schoolId, twinAdvisoryId }) =>
    moves.listCoversOf(tx, { schoolId, advisories: [{ id: twinAdvisoryId }] }),
  "staff-moves/writeRole": (tx, { schoolId, twinStaffId }) =>
    moves.writeRole(tx, { schoolId, personId: twinStaffId, from: "advisor", to: "coordinator" }),
  "staff-moves/restoreRoles": (tx, { schoolId, staffPlaceId }) =>
    moves.restoreRoles(tx, { schoolId, moves: whole({ id: staffPlaceId, role: "coordinator" }) }),
  "staff-moves/hasActedAsBoth": (tx, { schoolId, keptStaffId, twinAdvisoryId }) =>
    moves.hasActedAsBoth(tx, {
      ...{ schoolId, personId: keptStaffId, since: "2026-09-01T00:00:00Z" },
      ...{ advisories: [{ id: twinAdvisoryId }], seats: [], knownCovers: [] },
    }),
};
