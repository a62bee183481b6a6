import type { LabourFinding } from "./finding";

export interface HazardousOrder {
  /** Number of the order, 1..17. */
  order: number;
  about: string;
  section: string;
  /** Whether 16- and 17-year-old student-learners with a written agreement are exempt (29 CFR 570.50(c)). */
  exemptsStudentLearners: boolean;
}

/** The 17 hazardous occupations orders, 29 CFR part 570 subpart E: closed to everybody under 18. */
export const HAZARDOUS_ORDERS: readonly HazardousOrder[] = [
  order(1, "explosives", "570.51"),
  order(2, "driving and riding outside a motor vehicle", "570.52"),
  order(3, "coal mining", "570.53"),
  order(4, "forest fires, logging and sawmills", "570.54"),
  order(5, "power-driven woodworking machines", "570.55", "student-learners"),
  order(6, "radioactive substances", "570.57"),
  order(7, "power-driven hoists, forklifts and cranes", "570.58"),
  order(8, "power-driven metal machines", "570.59", "student-learners"),
  order(9, "mining other than coal", "570.60"),
  order(10, "meat and poultry slaughtering and processing machines", "570.61", "student-learners"),
  order(11, "power-driven bakery machines", "570.62"),
  order(12, "balers, compactors and paper machines", "570.63", "student-learners"),
  order(13, "brick and tile making", "570.64"),
  order(14, "circular saws, band saws, chain saws and wood chippers", "570.65", "student-learners"),
  order(15, "wrecking, demolition and shipbreaking", "570.66"),
  order(16, "roofing and work on a roof", "570.67", "student-learners"),
  order(17, "trenching and excavation", "570.68", "student-learners"),
];

/** What a host's word may mean: closed under 16, or one of these orders, or for staff to look at below an age. */
interface HazardWord {
  closedUnder16?: true;
  mayBeOrders?: readonly number[];
  lookUnder?: number;
  source: string;
}

const UNDER_16 = "29 CFR 570.33";
const FARM = "29 CFR 570.71";

/** Words that the posting form offers beside the orders (`order-5`). */
const HAZARD_WORDS: Readonly<Record<string, HazardWord>> = {
  "power-tools": { closedUnder16: true, mayBeOrders: [5, 8, 14], source: UNDER_16 },
  construction: { closedUnder16: true, mayBeOrders: [7, 15, 16, 17], source: UNDER_16 },
  ladders: { closedUnder16: true, mayBeOrders: [16], source: UNDER_16 },
  "hot-surfaces": { closedUnder16: true, source: UNDER_16 },
  freezers: { closedUnder16: true, source: UNDER_16 },
  "loading-trucks": { closedUnder16: true, mayBeOrders: [7], source: UNDER_16 },
  warehouse: { closedUnder16: true, mayBeOrders: [7, 12], source: UNDER_16 },
  manufacturing: { closedUnder16: true, mayBeOrders: [8], source: UNDER_16 },
  "farm-work": { lookUnder: 16, source: FARM },
  "large-animals": { lookUnder: 16, source: FARM },
  chemicals: { lookUnder: 18, source: UNDER_16 },
  soldering: { lookUnder: 16, source: UNDER_16 },
  driving: { mayBeOrders: [2], closedUnder16: true, source: "29 CFR 570.52" },
  lifting: { source: UNDER_16 },
  "hand-tools": { source: UNDER_16 },
  "near-water": { source: UNDER_16 },
};

/** Ids a posting form may offer: the words of hosts, then `order-1` … `order-17`. */
export function listHazardIds(): string[] {
  return [...Object.keys(HAZARD_WORDS), ...HAZARDOUS_ORDERS.map(({ order }) => `order-${order}`)];
}

/**
 * One finding per hazard the host named, for any basis: this product keeps unpaid students from what the orders close
 * to employed ones. A word that is not known, or that may be one of several orders, is `unknown` until staff look.
 */
export function hazardFindings(asked: {
  hazards: readonly string[];
  age: number;
  hasStudentLearnerAgreement: boolean;
}): LabourFinding[] {
  return [...new Set(asked.hazards)].sort().map((hazard) => {
    const named = HAZARDOUS_ORDERS.find(({ order }) => hazard === `order-${order}`);
    const word = Object.hasOwn(HAZARD_WORDS, hazard) ? HAZARD_WORDS[hazard] : undefined;
    const status = named ? orderStatus(named, asked) : wordStatus(word, asked.age);
    const source = named ? `29 CFR ${named.section}` : (word?.source ?? "");
    const rule = `hazard-${hazard}`;
    return {
      rule,
      status,
      source,
      jurisdiction: "US",
      measure: null,
      limit: null,
      actual: null,
      date: null,
      effectiveOn: null,
    };
  });
}

function orderStatus(
  { exemptsStudentLearners }: HazardousOrder,
  { age, hasStudentLearnerAgreement }: { age: number; hasStudentLearnerAgreement: boolean },
): LabourFinding["status"] {
  if (age >= 18) return "not_applicable";
  return age >= 16 && exemptsStudentLearners && hasStudentLearnerAgreement ? "met" : "broken";
}

function wordStatus(word: HazardWord | undefined, age: number): LabourFinding["status"] {
  if (age >= 18) return "not_applicable";
  if (!word) return "unknown";
  if (age < 16 && word.closedUnder16) return "broken";
  return word.mayBeOrders || age < (word.lookUnder ?? 0) ? "unknown" : "met";
}

function order(number: number, about: string, section: string, learners?: "student-learners"): HazardousOrder {
  return { order: number, about, section, exemptsStudentLearners: learners !== undefined };
}
