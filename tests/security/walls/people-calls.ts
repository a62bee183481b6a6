import { ALL_RIGHTS } from "~/domain/people/link-rights";
import * as advisories from "~db/advisories.server";
import * as covers from "~db/advisory-covers.server";
import { cast } from "~db/cast";
import * as points from "~db/contact-points.server";
import { countRunningEngagements } from "~db/engagements.server";
import * as families from "~db/families-roster.server";
import * as links from "~db/guardian-links.server";
import { findCalendar, listClosedDays } from "~db/lti-calendar.server";
import * as meetings from "~db/meetings.server";
import * as memberships from "~db/memberships.server";
import * as own from "~db/own-rights.server";
import { findMailNamingPlaces, isMailForPlaces, listNumbersOf, listPostOf } from "~db/people.server";
import * as people from "~db/people-list.server";
import * as changes from "~db/person-changes.server";
import * as pages from "~db/person-page.server";
import { listStandings } from "~db/pursuit-standing.server";
import * as roster from "~db/roster.server";
import { listRunningDays } from "~db/running-days.server";
import { seedId } from "~db/seed/seed-id.server";
import { listWhereabouts } from "~db/who-is-where.server";
import { CANARY } from "./canary";
import { theirMail } from "./furniture";
import type { Query } from "./queries";

const { personId, mail } = cast.monique;
const lastDay = "2026-10-01";
const COVER_ID = seedId("cover:samir-for-tom");
const COVER = { coverId: cast.samir.personId, from: "2026-10-14", to: "2026-10-20" };
const MEETING = {
  entryHost: "throughline.example",
  ...{ withId: cast.tom.personId, startsAt: "2026-10-29T22:00:00Z", endsAt: "2026-10-29T22:30:00Z" },
  ...{ place: "x", familyAsked: false },
};
const terms = { relationship: "aunt", legalBasis: "guardian", rights: ALL_RIGHTS, callOrder: 2 } as const;
const names = { fullName: "X", nameUsed: "X", nameUsedFor: "everyone", pronunciation: "", pronouns: "" } as const;

/** The queries of the pages of people: Jada's and her mother's. */
export const PEOPLE_CALLS: Record<string, Query> = {
  "advisories/insertAdvisory": (tx, their) =>
    advisories.insertAdvisory(tx, { ...their, name: "x", advisorId: their.staffId }),
  "advisories/placeInAdvisory": (tx, their) => advisories.placeInAdvisory(tx, { ...their, dayBefore: lastDay }),
  "advisories/giveAdvisory": async (tx, their) =>
    (await advisories.giveAdvisory(tx, { ...their, advisorId: cast.samir.personId })) || null,
  "advisories/endPlaceInAdvisory": (tx, their) => advisories.endPlaceInAdvisory(tx, { ...their, lastDay }),
  "advisory-covers/listCoversWithin": (tx, their) => covers.listCoversWithin(tx, { ...their, ...COVER }),
  "advisory-covers/insertCover": (tx, their) => covers.insertCover(tx, { ...their, ...COVER }),
  "advisory-covers/putLastDayOfCover": (tx, their) =>
    covers.putLastDayOfCover(tx, { ...their, coverId: COVER_ID, lastDay: COVER.to }),
  "advisory-covers/deleteCover": (tx, their) => covers.deleteCover(tx, { ...their, coverId: COVER_ID }),
  "advisory-covers/lockCover": (tx, their) => covers.lockCover(tx, { ...their, coverId: COVER_ID }),
  "meetings/insertMeeting": (tx, their) => meetings.insertMeeting(tx, { ...their, ...MEETING }),
  "meetings/listComingMeetings": (tx, { schoolId, studentId, now }) =>
    meetings.listComingMeetings(tx, { schoolId, studentIds: [studentId], now }),
  "meetings/putMeeting": (tx, their) => meetings.putMeeting(tx, { ...their, ...MEETING, sequence: 1 }),
  "lti-calendar/listClosedDays": (tx, { schoolId }) => listClosedDays(tx, { schoolId, from: "2026-01-01" }),
  "lti-calendar/findCalendar": (tx, { schoolId }) => findCalendar(tx, { schoolId, on: "2026-01-01" }),
  "pursuit-standing/listStandings": async (tx, { schoolId, pursuitId }) => [
    ...(await listStandings(tx, { schoolId, pursuitIds: [pursuitId] })).values(),
  ],
  "running-days/listRunningDays": (tx, { schoolId, barePursuitId }) =>
    listRunningDays(tx, { schoolId, pursuitIds: [barePursuitId], on: "2000-01-01" }),
  "who-is-where/listWhereabouts": (tx, { schoolId }) =>
    listWhereabouts(tx, { schoolId, on: "2026-10-15", weekday: 4, from: "2000-01-01", until: "2100-01-01" }),
  "contact-points/insertContactPoint": async (tx, their) =>
    (await points.insertContactPoint(tx, { ...their, kind: "post", value: "1 Elm Street", shared: false })) || null,
  "contact-points/preferContactPoint": (tx, their) =>
    points.preferContactPoint(tx, { ...their, personId, kind: "mail" }),
  "engagements/countRunningEngagements": async (tx, { schoolId, barePursuitId }) => {
    const pursuit = await tx
      .selectFrom("pursuits")
      .select("student_id")
      .where("id", "=", barePursuitId)
      .executeTakeFirst();
    return countRunningEngagements(tx, { schoolId, studentId: pursuit?.student_id ?? barePursuitId });
  },
  "guardian-links/insertGuardianLink": (tx, their) =>
    links.insertGuardianLink(tx, { ...their, guardianId: cast.rosa.personId, terms }),
  "guardian-links/updateGuardianLink": (tx, their) => links.updateGuardianLink(tx, { ...their, terms }),
  "guardian-links/endGuardianLink": (tx, their) => links.endGuardianLink(tx, { ...their, lastDay }),
  "own-rights/findStudentToTell": (tx, their) => own.findStudentToTell(tx, their),
  "own-rights/listComingOfAge": async (tx, { schoolId, studentId }) =>
    (await own.listComingOfAge(tx, { schoolId, on: "2099-01-01" })).filter(({ id }) => id === studentId),
  "own-rights/listAskedOrAnswered": (tx, their) => own.listAskedOrAnswered(tx, their),
  "own-rights/listMovedTooEarly": async (tx, { schoolId, studentId }) => {
    await own.markRightsMoved(tx, { schoolId, studentId, now: new Date() });
    return (await own.listMovedTooEarly(tx, { schoolId, on: "2000-01-01" })).filter(({ id }) => id === studentId);
  },
  "own-rights/clearRightsMoved": async (tx, their) => {
    await own.markRightsMoved(tx, { ...their, now: new Date() });
    return (await own.clearRightsMoved(tx, their)) || null;
  },
  "own-rights/listFamilyWithRights": (tx, their) => own.listFamilyWithRights(tx, their),
  "own-rights/markRightsMoved": async (tx, their) =>
    (await own.markRightsMoved(tx, { ...their, now: new Date() })) || null,
  "own-rights/updateStudentLetsSee": (tx, their) => own.updateStudentLetsSee(tx, { ...their, letsSee: true }),
  "memberships/openMembership": async (tx, their) =>
    (await memberships.openMembership(tx, {
      ...their,
      ...{ role: "guardian", mail: "another@example.org", language: "en", from: lastDay },
    })) || null,
  "memberships/endMembership": (tx, their) => memberships.endMembership(tx, { ...their, lastDay }),
  "memberships/endMembershipsByMail": (tx, { schoolId }) =>
    memberships.endMembershipsByMail(tx, { schoolId, personId, mail, lastDay }),
  "memberships/hasComeInBy": async (tx, { schoolId, on }) => {
    await tx
      .updateTable("identity.memberships")
      .set({ came_in_at: new Date(0).toISOString() })
      .where("school_id", "=", schoolId)
      .where("person_id", "=", personId)
      .execute();
    return (await memberships.hasComeInBy(tx, { schoolId, personId, mail, on })) || null;
  },
  "memberships/endMembershipsOf": (tx, their) =>
    memberships.endMembershipsOf(tx, { ...their, role: "student", lastDay }),
  "memberships/listMailsTakenAway": async (tx, { schoolId }) => {
    await memberships.endMembershipsByMail(tx, { schoolId, personId, mail, lastDay });
    return memberships.listMailsTakenAway(tx, { schoolId, mails: [mail] });
  },
  "memberships/listOwnMailsUntil": async (tx, { schoolId, districtId }) => {
    const place = { schoolId, districtId, personId, role: "guardian", lastDay } as const;
    const own = "own@example.org";
    await points.insertContactPoint(tx, { schoolId, personId, kind: "mail", value: own, shared: false });
    await memberships.openMembership(tx, { ...place, mail: own, language: "en", from: lastDay });
    await memberships.endMembershipsOf(tx, place);
    return memberships.listOwnMailsUntil(tx, place);
  },
  "memberships/isCoordinatorOn": (tx, { schoolId, on }) =>
    memberships.isCoordinatorOn(tx, { schoolId, personId: cast.ines.personId, on }),
  // Every school has an admin: what counts is whether it is this one's.
  "memberships/countOtherAdmins": async (tx, { schoolId, studentId, on }) =>
    (await pages.findPerson(tx, { schoolId, personId: studentId }))
      ? memberships.countOtherAdmins(tx, { schoolId, personId: studentId, by: on })
      : 0,
  "people/findMailNamingPlaces": (tx, { schoolId, on }) => findMailNamingPlaces(tx, { schoolId, personId, on }),
  "people/isMailForPlaces": (tx, { schoolId, studentId, on }) =>
    isMailForPlaces(tx, { schoolId, personId: studentId, mail: "own@student.example", on }),
  "people/listNumbersOf": (tx, { schoolId, on }) => listNumbersOf(tx, { schoolId, personId, on }),
  "people/listPostOf": async (tx, { schoolId, on }) => {
    await points.insertContactPoint(tx, { schoolId, personId, kind: "post", value: "1 Nowhere Street", shared: false });
    return listPostOf(tx, { schoolId, personId, on });
  },
  "people-list/countPeople": (tx, their) => people.countPeople(tx, { ...their, words: ["jada"] }),
  "people-list/listPeople": (tx, their) =>
    people.listPeople(tx, { ...their, words: ["jada"], role: "student", limit: 9, offset: 0 }),
  "people-list/listMentorsOfSchool": (tx, their) => people.listMentorsOfSchool(tx, { ...their, words: [] }),
  "person-page/findAdvisoryOf": (tx, their) => pages.findAdvisoryOf(tx, their),
  "person-page/listNamesakes": async (tx, { schoolId, studentId }) => {
    const person = await pages.findPerson(tx, { schoolId, personId: studentId });
    return pages.listNamesakes(tx, { schoolId, fullName: person?.full_name ?? "Nobody", bornOn: null });
  },
  "person-changes/updateFacts": (tx, { schoolId, studentId }) =>
    changes.updateFacts(tx, {
      ...{ schoolId, personId: studentId },
      facts: { bornOn: "2010-01-01", grade: 9, studentNumber: "S-4712", areaId: null },
    }),
  "families-roster/listAdults": (tx, their) => families.listAdults(tx, their),
  "families-roster/markLinksListed": (tx, { schoolId, studentId, guardianId }) =>
    families.markLinksListed(tx, {
      ...{ schoolId, pairs: [{ studentId, guardianId }], now: new Date("2026-10-02T00:00:00Z") },
    }),
  "roster/markListed": (tx, { schoolId, studentId }) =>
    roster.markListed(tx, { schoolId, studentIds: [studentId], now: new Date("2026-10-02T00:00:00Z") }),
  "roster/listOnceListed": (tx, { schoolId }) => roster.listOnceListed(tx, { schoolId, since: "2026-12-01" }),
  "roster/listRoster": (tx, their) => roster.listRoster(tx, their),
  "roster/listMailHolders": (tx, { schoolId }) =>
    roster.listMailHolders(tx, { schoolId, mails: [`${CANARY}${theirMail.address}`.toLowerCase()] }),
  "person-changes/findStudentByNumber": (tx, { schoolId }) =>
    changes.findStudentByNumber(tx, { schoolId, studentNumber: "S-4711" }),
  "person-changes/insertPerson": (tx, their) =>
    changes.insertPerson(tx, { ...their, ...names, language: "en", bornOn: null }),
  "person-changes/insertStudent": (tx, their) =>
    changes.insertStudent(tx, {
      ...their,
      ...{ personId, grade: 9, studentNumber: null, languages: ["en"], directoryOptOut: false, areaId: null },
    }),
  "person-changes/updateNames": (tx, their) => changes.updateNames(tx, { ...their, names }),
  "person-changes/insertFormerName": (tx, their) =>
    changes.insertFormerName(tx, { ...their, ...names, changedBy: null }),
  "person-changes/updateLanguages": async (tx, their) =>
    (await changes.updateLanguages(tx, { ...their, language: "vi", spoken: ["vi"] })) || null,
};
