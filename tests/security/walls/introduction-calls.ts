import { cast } from "~db/cast";
import { addMentorPhone, preferMail, preferMentorMail } from "~db/contact-points.server";
import { listFamilyOf, listGuardiansWithChildren, listHouseholdPairs } from "~db/families.server";
import { listForbiddenMentors, listForbiddenStudents } from "~db/forbidden-pairs.server";
import { findHostOffer } from "~db/host-offers.server";
import { findIntroductionOfMentor, listWhatBecame } from "~db/introductions.server";
import { listMentorsReachedBy } from "~db/known-mentors.server";
import { endInvitationLinks, insertLink } from "~db/links.server";
import { endMentorOffers, insertMentorOffer } from "~db/organisations.server";
import { listPlacedIntroductions, updatePlacedTold } from "~db/placed-introductions.server";
import { listJoinedTo, listSamePerson } from "~db/same-person.server";
import { listOpenTasksAbout } from "~db/staff-tasks.server";
import { writeState } from "~db/states.server";
import type { Query } from "./queries";

const IN_A_LIFETIME = new Date("2099-01-01");

/** Rosa introduced the mentor of the pursuit, who said yes. */
const acceptTheirs: Query = (tx, { schoolId, introductionId, mentorId }) =>
  writeState(tx, {
    table: "introductions",
    schoolId,
    id: introductionId,
    state: "accepted",
    set: { mentor_id: mentorId, proposed_by: cast.rosa.personId },
  });

/** The queries of introductions: of families, of the mentors they know, and of what came of it. */
export const INTRODUCTION_CALLS: Record<string, Query> = {
  "families/listFamilyOf": (tx, their) => listFamilyOf(tx, { ...their, studentIds: [their.studentId] }),
  "families/listGuardiansWithChildren": (tx, their) =>
    listGuardiansWithChildren(tx, { ...their, studentIds: [their.studentId] }),
  "families/listHouseholdPairs": async (tx, { schoolId, districtId, guardianId, otherMentorId, on }) => {
    const mail = "household@example.org";
    await preferMail(tx, { schoolId, personId: guardianId, mail });
    await preferMentorMail(tx, { districtId, mentorId: otherMentorId, mail });
    return listHouseholdPairs(tx, { schoolId, districtId, on });
  },
  "forbidden-pairs/listForbiddenMentors": (tx, their) =>
    listForbiddenMentors(tx, { ...their, mentorIds: [their.mentorId] }),
  "forbidden-pairs/listForbiddenStudents": (tx, their) =>
    listForbiddenStudents(tx, { ...their, mentorIds: [their.mentorId] }),
  "contact-points/addMentorPhone": (tx, their) => addMentorPhone(tx, { ...their, phone: "+1 425 555 0100" }),
  "host-offers/findHostOffer": (tx, their) =>
    findHostOffer(tx, {
      school_id: their.schoolId,
      district_id: their.districtId,
      organisation_id: their.organisationId,
      mentor_id: their.mentorId,
    }),
  "links/endInvitationLinks": async (tx, their) => {
    const { schoolId, districtId, introductionId: subjectId, now } = their;
    const link = { schoolId, districtId, subjectId, language: "en", expiresAt: IN_A_LIFETIME };
    await insertLink(tx, { ...link, kind: "introduction-invitation" });
    await endInvitationLinks(tx, { schoolId, subjectId, now });
  },
  "organisations/endMentorOffers": async (tx, their) => {
    await insertMentorOffer(tx, { ...their, what: "a talk" });
    await endMentorOffers(tx, their);
  },
  "introductions/findIntroductionOfMentor": async (tx, their) => {
    await acceptTheirs(tx, their);
    return findIntroductionOfMentor(tx, their);
  },
  "introductions/listWhatBecame": (tx, their) =>
    listWhatBecame(tx, { ...their, introductionIds: [their.introductionId] }),
  "same-person/listSamePerson": async (tx, { schoolId, introductionId, pursuitId }) => {
    const proposed = { table: "introductions", schoolId, id: introductionId, state: "invited" } as const;
    await writeState(tx, { ...proposed, set: { mentor_name: "Ida Moe" } });
    const told = { mentor_mail: "", mentor_phone: "", mentor_name: "ida moe" };
    return listSamePerson(tx, { school_id: schoolId, id: pursuitId, ...told });
  },
  "same-person/listJoinedTo": async (tx, { schoolId, introductionId }) => {
    const joined = { table: "introductions", schoolId, id: introductionId, state: "joined" } as const;
    await writeState(tx, { ...joined, set: { joined_to: introductionId } });
    return listJoinedTo(tx, { schoolId, introductionId });
  },
  "placed-introductions/listPlacedIntroductions": async (tx, their) => {
    await acceptTheirs(tx, their);
    await writeState(tx, {
      table: "pursuits",
      schoolId: their.schoolId,
      id: their.pursuitId,
      state: "accepted",
      set: {},
    });
    return listPlacedIntroductions(tx, { ...their, takenBefore: IN_A_LIFETIME });
  },
  "placed-introductions/updatePlacedTold": async (tx, their) => {
    await acceptTheirs(tx, their);
    await updatePlacedTold(tx, their);
  },
  "known-mentors/listMentorsReachedBy": (tx, their) =>
    listMentorsReachedBy(tx, { ...their, mail: their.mentorMail, phone: "" }),
  "staff-tasks/listOpenTasksAbout": (tx, their) =>
    listOpenTasksAbout(tx, {
      ...their,
      kind: "confirm_organisation",
      subject: { noun: "introduction", id: their.introductionId },
    }),
};
