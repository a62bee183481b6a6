import { countOfMentor } from "~db/mentor-facts.server";
import * as moves from "~db/mentor-moves.server";
import * as rows from "~db/merged-mentors.server";
import type { Query } from "./queries";

/** From the one who is also a back-up, and tied to a second organisation, to the mentor of the twins. */
const pair = ({ districtId, selfMentorId, twinMentorId }: Parameters<Query>[1]) => ({
  ...{ districtId, from: selfMentorId, to: twinMentorId },
});
const back = ({ districtId, twinMentorId, selfMentorId }: Parameters<Query>[1]) => ({
  ...{ districtId, from: twinMentorId, to: selfMentorId },
});
const NAME = { fullName: "x", nameUsed: "x", pronouns: "" };

/** The queries of a merge of mentors. */
export const MENTOR_MERGE_CALLS: Record<string, Query> = {
  "mentor-facts/countOfMentor": (tx, { districtId, schoolId, twinMentorId }) =>
    countOfMentor(tx, { districtId, schoolId, mentorId: twinMentorId }),
  "merged-mentors/findMentorRows": (tx, { districtId, selfMentorId }) =>
    rows.findMentorRows(tx, { districtId, ids: [selfMentorId] }),
  "merged-mentors/lockMentorRows": (tx, { districtId, selfMentorId }) =>
    rows.lockMentorRows(tx, { districtId, ids: [selfMentorId] }),
  // A mentor reads the own organisation: whether the victim's is among them is asked.
  "merged-mentors/listComparedMentors": async (tx, { districtId, selfMentorId }) =>
    (await rows.listComparedMentors(tx, { districtId })).filter(({ id }) => id === selfMentorId),
  "merged-mentors/isMentorHeld": (tx, { schoolId, mentorId }) => rows.isMentorHeld(tx, { schoolId, mentorId }),
  "merged-mentors/findWhoStays": (tx, { districtId, selfMentorId }) =>
    rows.findWhoStays(tx, { districtId, mentorId: selfMentorId }),
  "merged-mentors/findMentorTrouble": (tx, { districtId, twinMentorId }) =>
    rows.findMentorTrouble(tx, { districtId, mentorId: twinMentorId }),
  "merged-mentors/writeMergedInto": (tx, { districtId, selfMentorId, twinMentorId }) =>
    rows.writeMergedInto(tx, { districtId, mentorId: selfMentorId, into: twinMentorId }),
  "merged-mentors/writeMentorName": (tx, { districtId, selfMentorId }) =>
    rows.writeMentorName(tx, { districtId, mentorId: selfMentorId, name: NAME }),
  "mentor-moves/pointLeads": (tx, their) => moves.pointLeads(tx, { ...back(their), now: their.now }),
  "mentor-moves/takeDoubledBackups": (tx, their) => moves.takeDoubledBackups(tx, pair(their)),
  "mentor-moves/putBackBackups": (tx, { districtId, twinId, twinPlacementId, twinMentorId }) =>
    moves.putBackBackups(tx, {
      moves: [
        {
          key: {},
          before: {
            ...{ district_id: districtId, organisation_id: twinId },
            ...{ placement_id: twinPlacementId, mentor_id: twinMentorId },
          },
        },
      ],
    }),
  "mentor-moves/takeDoubledTies": (tx, their) => moves.takeDoubledTies(tx, pair(their)),
  "mentor-moves/putBackTies": (tx, { districtId, otherTwinId, selfMentorId, twinMentorId }) =>
    moves.putBackTies(tx, {
      ...{ districtId, standsWith: selfMentorId },
      moves: [
        {
          key: {},
          before: {
            ...{ district_id: districtId, organisation_id: otherTwinId, mentor_id: twinMentorId },
            ...{ title: "", from_on: "2025-01-01" },
          },
        },
      ],
    }),
  "mentor-moves/takeDoubledPoints": (tx, their) => moves.takeDoubledPoints(tx, pair(their)),
  "mentor-moves/preferOwnPoints": (tx, { districtId, twinMentorId, selfPhoneId }) =>
    moves.preferOwnPoints(tx, { districtId, mentorId: twinMentorId, came: [{ id: selfPhoneId }] }),
  "mentor-moves/preferAgain": (tx, { districtId, selfMentorId, selfPhoneId }) =>
    moves.preferAgain(tx, { districtId, mentorId: selfMentorId, keys: [{ id: selfPhoneId }] }),
  "mentor-moves/putBackPoints": (tx, { districtId, twinMentorId, goneMentorId }) =>
    moves.putBackPoints(tx, {
      standsWith: twinMentorId,
      moves: [
        {
          key: {},
          before: {
            ...{ district_id: districtId, id: goneMentorId, mentor_id: goneMentorId },
            ...{ kind: "phone", value: "206 555 0171", preferred: false },
          },
        },
      ],
    }),
  "mentor-moves/copyForbiddenPairs": (tx, { schoolId, selfMentorId, twinMentorId }) =>
    moves.copyForbiddenPairs(tx, { schoolId, from: twinMentorId, to: selfMentorId }),
  "mentor-moves/pointTaskProps": (tx, { schoolId, selfMentorId, twinMentorId }) =>
    moves.pointTaskProps(tx, { schoolId, from: twinMentorId, to: selfMentorId }),
  "mentor-moves/countOnTheirWay": (tx, { schoolId, mentorId }) => moves.countOnTheirWay(tx, { schoolId, mentorId }),
  "mentor-moves/isToldAtPlaces": (tx, { schoolId, mentorId, placementIds }) =>
    moves.isToldAtPlaces(tx, { schoolId, mentorId, placementIds }),
  "mentor-moves/listLoneTies": (tx, { districtId, otherTwinId, selfMentorId }) =>
    moves.listLoneTies(tx, {
      ...{ districtId, mentorId: selfMentorId, leads: [], backups: [] },
      ties: [{ organisation_id: otherTwinId, from_on: "2026-01-01" }],
    }),
};
