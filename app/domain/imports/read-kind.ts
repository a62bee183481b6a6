import type { PlacementKind } from "../pursuit/gates";
import { fold } from "./clean-text";

/** Words, folded, that name a kind of placement; the longer ones come first. */
const WORDS: readonly (readonly [PlacementKind, readonly string[]])[] = [
  ["informational_interview", ["informational interview", "interview", "entrevista"]],
  ["shadow_day", ["shadow day", "job shadow", "shadowing", "shadow", "observacion", "dia de observacion"]],
  [
    "service_learning",
    [
      "service learning",
      "service",
      "volunteer",
      "volunteering",
      "volunteer work",
      "servicio",
      "voluntariado",
      "voluntario",
    ],
  ],
  ["exhibition_panel", ["exhibition panel", "panel", "panelist", "jurado"]],
  ["classroom_expert", ["classroom expert", "guest speaker", "speaker", "expert", "experto", "charla"]],
  ["internship", ["internship", "intern", "apprenticeship", "work experience", "practicas", "pasantia"]],
];

/** The kind that a cell names in English or Spanish ("Job Shadow", "prácticas"), or null. */
export function readKind(cell: string): PlacementKind | null {
  const text = ` ${fold(cell)} `;
  return (
    WORDS.find(([, words]) => words.some((word) => text.includes(` ${word} `) || text.includes(` ${word}s `)))?.[0] ??
    null
  );
}

/** The kind of rows that do not name one, guessed from the file's name and its column names. */
export function guessKind(names: readonly string[]): PlacementKind {
  return readKind(names.join(" ").replace(/_/g, " ")) ?? "internship";
}
