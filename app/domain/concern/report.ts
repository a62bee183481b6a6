/** What somebody says in a report of a concern. */
export interface ConcernReport {
  /** The random number of the form: sent twice, it is one report. */
  formKey: string;
  body: string;
  /** One of the people the reporter sees, as `student:…`, `person:…`, `mentor:…` or `pursuit:…`; null for nobody of them. */
  about: string | null;
  /** Those of the school's readers whom the reporter ticked, as `person:…`. */
  aboutReaders: readonly string[];
  /** Names in the reporter's own words. */
  aboutName: string;
  /** Whether the reporter may be called, and where. */
  mayCall: boolean;
  callPhone: string;
}

export const LONGEST_REPORT = 5_000;
export const LONGEST_NAME = 300;

/** Reports of one person in a day: more than anybody in need sends, few enough that nobody buries a real one. */
export const MOST_A_DAY = 20;

export type ReportFault = "words_missing" | "phone_missing" | "too_many";

/** What a report lacks, or null. `sentToday` are the reporter's reports of the last 24 hours. */
export function faultOfReport(report: ConcernReport, { sentToday }: { sentToday: number }): ReportFault | null {
  if (report.body.trim() === "") return "words_missing";
  if (report.mayCall && report.callPhone.trim() === "") return "phone_missing";
  return sentToday >= MOST_A_DAY ? "too_many" : null;
}

/** Who reads a report now: the leads whom it does not name, else such admins, else nobody at the school. */
export type ReadBy = "leads" | "admins" | "nobody";

interface Staff {
  personId: string;
  role: string;
  isLead: boolean;
}

/** `notFor` are people whom the report names: they never read it. The policies of `concern_watch` say the same. */
export function readByOf(staff: readonly Staff[], notFor: readonly string[]): ReadBy {
  const left = staff.filter(({ personId }) => !notFor.includes(personId));
  if (left.some(({ isLead }) => isLead)) return "leads";
  return left.some(({ role }) => role === "admin") ? "admins" : "nobody";
}
