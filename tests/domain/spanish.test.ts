import { expect, test } from "vitest";
import { catalogues, i18nFor } from "~/i18n.server";

/** Where only students are spoken to; see app/locales/README.md. */
const TO_STUDENTS = [
  "search:",
  "listing:",
  "interests:",
  "pursuits:next.",
  "pursuits:student.",
  "pursuits:one.",
  "consent:family.",
  "coach:you.",
  "coach:toast.saved",
  "mail:kinds.own-rights.student.",
  "mail:kinds.transfer-news.student.",
  "mail:kinds.student-status.",
  "mail:kinds.search-news.",
  "mail:kinds.place-invitation.student.",
  "mail:kinds.place-invitation.for.student",
  ...[
    "dated.student.",
    "moved.student.",
    "cancelled.student.",
    "cannot.student",
    "cannotByPerson.student",
    "entry.own",
  ].map((key) => `mail:kinds.visit-news.${key}`),
  ...["planned.student.", "moved.student.", "cancelled.student.", "cannot.student"].map(
    (key) => `mail:kinds.meeting-news.${key}`,
  ),
  "meetings:list.family.student",
  "hints:student.",
  "mailbox:unsubscribe.digest",
  ...["ordered", "notListed", "requested", "wanted", "dismissed", "withdrawn", "taken", "refusedOffer"].map(
    (key) => `pursuits:toast.${key}`,
  ),
  "pursuits:visit.callOff.student",
  ...["staff_ask_for_this", "already_asked", "suggested_already", "too_many_live"].map(
    (key) => `pursuits:fault.${key}`,
  ),
];
/** An example of what a mentor may write to a student. */
const QUOTES = ["placements:field.studentWillDoHint"];

/** Words that only speak to a person, and what only an order begins a sentence with; in its middle these tell of a third one. */
const TU = new RegExp(
  [
    String.raw`(?<!\p{L})([Tt]ú|ti|[Cc]ontigo|[Tt]us?|[Tt]e|tuy[oa]s?|[Pp]uedes|[Tt]ienes|[Qq]uieres|[Nn]ecesitas|[Ee]res|[Ee]stás|[Hh]iciste|viste|abriste)(?!\p{L})`,
    String.raw`(?:^|[.!?:] )No (?:l[aeo]s? )?(?!es |más)\p{Ll}+[ae]s(?<![ai]das)(?!\p{L})`,
    String.raw`(?:^|[.!?:] )(Escribe|Mira|Elige|Pide|Espera (?:un|\{)|Prueba|Revisa|Llama|Vuelve|Carga|Usa|Haz|Pon|Di|Busca|Abre)(?!\p{L})`,
  ].join("|"),
  "u",
);
const USTED = /(?<!\p{L})(usted|escriba|mire|elija|pida|espere|pruebe|revise|busque|llame|vuelva|cargue)(?!\p{L})/iu;

function flatten(texts: object, at = ""): [string, string][] {
  return Object.entries(texts).flatMap(([key, text]) => {
    const path = at === "" ? `${key}:` : at.endsWith(":") ? at + key : `${at}.${key}`;
    return typeof text === "string" ? [[path, text] as [string, string]] : flatten(text, path);
  });
}

const sentences = flatten(catalogues.es).filter(([key]) => !QUOTES.includes(key));
const isToStudents = (key: string) => TO_STUDENTS.some((start) => key.startsWith(start));

test("Spanish says tú to students only", () => {
  expect(sentences.filter(([key, text]) => !isToStudents(key) && TU.test(text))).toEqual([]);
});

test("Spanish never says usted where it speaks to a student", () => {
  const toStudents = sentences.filter(([key]) => isToStudents(key));
  expect(toStudents.length).toBeGreaterThan(100);
  expect(toStudents.filter(([, text]) => USTED.test(text))).toEqual([]);
});

/** What students, families and staff read alike; the desk of a conversation is for staff. */
const TO_EVERYBODY = [
  ...["lead", "none", "join", "held", "fault", "toast", "interpreter", "pictures", "leftOut", "who"].map(
    (part) => `conversations:${part}.`,
  ),
  ...["conversation-news", "reply-returned", "introduction-thanks", "introduction-placed"].map(
    (kind) => `mail:kinds.${kind}.`,
  ),
];

test("Spanish addresses nobody in what students read together with adults", () => {
  const toEverybody = sentences.filter(([key]) => TO_EVERYBODY.some((start) => key.startsWith(start)));
  expect(toEverybody.length).toBeGreaterThan(100);
  expect(toEverybody.filter(([, text]) => TU.test(text) || USTED.test(text))).toEqual([]);
});

test("an abbreviation at the end of a sentence brings its point along", () => {
  const lead = (until: string) => i18nFor("es").t("merges:undo.lead", { school: "Lakeview", until });
  expect(lead("9 a.\u00a0m.")).toMatch(/hasta el 9 a\.\u00a0m\.$/);
  expect(lead("lunes 7 de diciembre")).toMatch(/diciembre\.$/);
});
