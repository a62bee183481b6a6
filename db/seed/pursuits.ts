import type { PursuitState } from "~/domain/pursuit/lifecycle";
import { readTable } from "./read-table";

/** Who goes after what in the sample schools. Ana has no pursuit, so that everybody can walk the way with her. */
const STORIES = `
Zuri Okoye | pharmacy-stock | requested | 2 | - | I like chemistry and I check everything twice.
Camila Torres | radio-producer | requested | 6 | - | My grandmother listens to this station. I want to make a show for her.
Grace Adeyemi | salmon-count | requested | 1 | - | I want to study the ocean.
Dylan Hart | bus-mechanics | requested | 4 | - | I know every bus line.
Jasmine Ward | stage-light | requested | 3 | - | -
Imani Walker | stage-light | requested | 5 | - | I have seen every play there.
Hodan Warsame | ward-helper | approved | 5 | looking=requested | I speak Somali and I want to help families there.
Leo Fischer | robot-tests | approved | 8 | looking=refused | I found three mistakes in their app already.
Linh Pham | family-office | approved | 3 | looking=requested | I speak Vietnamese at home.
Wren Abbott | costume-shop | suggested | 2 | - | -
Maren Lund | house-repair | suggested | 4 | - | -
Jada Cole | bike-repair | contacted | 9 | looking=given | I fix the bikes on my street.
Noor Rahman | legal-intake | contacted | 12 | looking=given | -
Talia Ben-Ami | archive-scans | offered | 16 | looking=given participate=requested | I read old letters with my grandfather.
Diego Flores | bakery-morning | offered | 14 | looking=given participate=given | I want my own food truck.
Minh Tran | robot-builder | accepted | 30 | looking=given participate=given | I built a robot arm last year.
Kai Nakagawa | poster-design | accepted | 33 | looking=given participate=given | -
Pablo Cruz | clinic-desk | accepted | 28 | looking=given participate=given | -
Oscar Dahl | salmon-shadow | completed | 40 | looking=given participate=given | -
Rory Quinn | fire-shadow | completed | 35 | looking=given participate=given | -
Tariq Bell | maker-wood | declined | 20 | - | I want to build a table.
Sofia Petrov | robot-interview | not_taken | 25 | looking=given | -
Eli Novotny | museum-guide | expired | 44 | looking=lapsed | -
Ben Sorensen | garden-beds | withdrawn | 18 | - | -
Lucia Ramos | bakery-shadow | contacted | 4 | looking=given participate=requested | -
Keisha Brown | clinic-care | requested | 3 | - | I have helped at a shelter since I was eight.
Jamal Carter | legal-intake | requested | 7 | - | I argue well.
Asha Mohamed | pharmacy-stock | requested | 2 | - | -
Mateo Reyes | bike-build | approved | 6 | looking=requested | -
Dev Patel | robot-builder | contacted | 11 | looking=given | I like things that move.
Marcos Silva | bakery-morning | accepted | 31 | looking=given participate=given | -
Cole Jensen | bus-mechanics | approved | 10 | looking=given | -
Thuy Vo | family-office | requested | 5 | - | -
Hannah Roth | archive-scans | suggested | 3 | - | -
Finn Larsen | vet-farm | contacted | 9 | looking=given | I grew up with goats.
Dara Kim | clinic-welcome | requested | 4 | - | -
Tucker Boone | farm-season | approved | 6 | looking=requested | -
Rosalind Kay | playhouse-crew | accepted | 27 | looking=given participate=given | -
Abby Frost | trail-maps | offered | 15 | looking=given participate=requested | -
Maya Ibarra | library-desk | declined | 22 | - | -
`;

export interface SamplePursuit {
  student: string;
  placement: string;
  state: PursuitState;
  daysAgo: number;
  /** State of the consent per purpose, for instance `looking` given. */
  consents: { purpose: "looking" | "participate"; state: "requested" | "given" | "refused" | "lapsed" }[];
  note: string;
}

export const samplePursuits: readonly SamplePursuit[] = readTable(
  ["student", "placement", "state", "daysAgo", "consents", "note"],
  STORIES,
).map((row) => ({
  ...row,
  state: row.state as PursuitState,
  daysAgo: Number(row.daysAgo),
  consents: row.consents === "-" ? [] : row.consents.split(" ").map(readConsent),
  note: row.note === "-" ? "" : row.note,
}));

function readConsent(text: string): SamplePursuit["consents"][number] {
  const [purpose, state] = text.split("=");
  return { purpose, state } as SamplePursuit["consents"][number];
}

/** What a student and staff read where a coordinator said no: two texts, for two readers. */
export const DECLINE_TEXTS: Record<string, { forStudent: string; forStaff: string }> = {
  "Tariq Bell": {
    forStudent:
      "The workshop needs you to be 16 for the machines. The Mill Hill site is open for a shadow day: shall we ask there?",
    forStaff: "Turns 16 in April. No guardian on record yet, see the open task.",
  },
  "Maya Ibarra": {
    forStudent: "Both seats go to students who leave this year. You are first in line in spring.",
    forStaff: "Ninth grade; seniors first this term.",
  },
};

/** Saved placements: student and the keys of what they starred, best first. */
export const sampleWishes: readonly (readonly [student: string, ...placements: string[]])[] = [
  ["Ana Reyes", "clinic-shadow", "salmon-count"],
  ["Jada Cole", "radio-producer", "bike-repair"],
  ["Hodan Warsame", "ward-helper", "hospital-interview"],
  ["Grace Adeyemi", "salmon-count", "salmon-shadow"],
  ["Camila Torres", "radio-producer"],
  ["Leo Fischer", "robot-builder", "robot-tests", "maker-prints"],
  ["Caleb Stone", "garden-beds", "salmon-shadow"],
  ["Keisha Brown", "clinic-care", "clinic-shadow"],
  ["Elif Demir", "poster-design", "maker-prints"],
  ["Finn Larsen", "vet-farm", "farm-season"],
];
