/** Who acts. The session or a mailed link names the actor; every verb and every scope is opened for one. */
export type Actor = StaffActor | StudentActor | GuardianActor | MentorActor | LinkActor | SystemActor;

/** Somebody who acts inside one school: all but a mentor in the organisation's own rooms. */
export type SchoolActor = StaffActor | StudentActor | GuardianActor | LinkActor | SystemActor | MentorInSchool;

export type StaffRole = "advisor" | "coordinator" | "admin";
export type LinkKind =
  | "consent"
  | "first-contact"
  | "introduction-invitation"
  | "introduce"
  | "delete-me"
  | "school-invitation"
  | "give"
  | "offer"
  | "join"
  | "still-open";

interface InSchool {
  schoolId: string;
  districtId: string;
}

export interface StaffActor extends InSchool {
  kind: "staff";
  role: StaffRole;
  accountId: string;
  personId: string;
}

/** `personId` is the student's own id. */
export interface StudentActor extends InSchool {
  kind: "student";
  accountId: string;
  personId: string;
}

export interface GuardianActor extends InSchool {
  kind: "guardian";
  accountId: string;
  personId: string;
}

export interface MentorActor {
  kind: "mentor";
  accountId: string;
  mentorId: string;
  organisationId: string;
  districtId: string;
  schoolId?: undefined;
}

/** A mentor acting on one student's pursuit; only `actInSchool` makes one. */
export interface MentorInSchool extends Omit<MentorActor, "schoolId">, InSchool {}

/** The bearer of a mailed link: nobody has signed in, and the link opens one subject only. */
export interface LinkActor extends InSchool {
  kind: "link";
  linkKind: LinkKind;
  linkId: string;
  subjectId: string;
  personId: string | null;
  organisationId: string | null;
  language: string;
}

/** A job or command; `job` names it in the audit log. */
export interface SystemActor extends InSchool {
  kind: "system";
  job: string;
  /** Who of the school ordered the work, where somebody did. */
  onBehalfOf?: string | null;
}

/**
 * Lets a mentor act inside a school. Call it only with the school of a disclosure made to the mentor's organisation:
 * the disclosure row, read in organisation scope, is the proof that the school opened this student to this host. A report of a
 * concern goes to any school of the mentor's district: it only writes.
 */
export function actInSchool(mentor: MentorActor, disclosure: { schoolId: string }): MentorInSchool {
  return { ...mentor, schoolId: disclosure.schoolId };
}

/** May publish, approve, decline and see the whole school. */
export function isCoordinator(actor: Actor | SchoolActor): boolean {
  return actor.kind === "staff" && (actor.role === "coordinator" || actor.role === "admin");
}

export function isStaff(actor: Actor | SchoolActor): actor is StaffActor {
  return actor.kind === "staff";
}
