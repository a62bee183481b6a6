import { wordsOf } from "../words";

/**
 * The areas of `Specific Interest Areas.txt` (O*NET 30.3 and later; names after Su et al., CABIN, 2019) and the basic
 * interest of ours that is nearest. Work that a school's interests have no tag for is left out.
 */
const AREAS: Readonly<Record<string, string>> = {
  "Mechanics/Electronics": "repair",
  "Construction/Woodwork": "building",
  "Transportation/Machine Operation": "transport",
  "Protective Service": "safety",
  Agriculture: "gardening",
  "Nature/Outdoors": "nature",
  "Animal Service": "animals",
  Athletics: "sports",
  Engineering: "engineering",
  "Physical Science": "science",
  "Life Science": "science",
  "Medical Science": "healthcare",
  "Social Science": "psychology",
  Humanities: "history",
  "Mathematics/Statistics": "math",
  "Information Technology": "computers",
  "Visual Arts": "art",
  "Applied Arts and Design": "design",
  "Performing Arts": "theater",
  Music: "music",
  "Creative Writing": "writing",
  Media: "media",
  "Culinary Art": "cooking",
  "Teaching/Education": "teaching",
  "Social Service": "helping",
  "Health Care Service": "healthcare",
  "Religious Activities": "faith",
  "Personal Service": "beauty",
  "Business Initiatives": "business",
  Sales: "sales",
  "Marketing/Advertising": "marketing",
  Finance: "finance",
  Accounting: "finance",
  "Office Work": "office",
  "Public Speaking": "speaking",
  Politics: "politics",
  Law: "law",
};

/** Areas that O*NET has and our interests do not. */
const LEFT_OUT = ["Physical/Manual Labor", "Professional Advising", "Human Resources", "Management/Administration"];

const keyOf = (name: string) => wordsOf(name).join(" ");
const byKey = new Map<string, string | null>([
  ...Object.entries(AREAS).map(([name, interestId]) => [keyOf(name), interestId] as const),
  ...LEFT_OUT.map((name) => [keyOf(name), null] as const),
]);

/** The interest nearest to an area of O*NET; null where we have none, undefined for a name that is no area. */
export function interestOfArea(name: string): string | null | undefined {
  return byKey.get(keyOf(name));
}
