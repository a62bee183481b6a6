import { organisationNameKey } from "../organisation/name-key";
import { LONGEST_LINE, MOST_LINES } from "../placement/short-lines";
import type { PlacementKind } from "../pursuit/gates";
import { cleanLine, cleanText, type DecodeEntities, shorten } from "./clean-text";
import type { ImportedPlacement } from "./imported-placement";
import { readContact, readWebAddress } from "./read-contact";
import { readDates } from "./read-dates";
import { readKind } from "./read-kind";
import { readSeats } from "./read-number";
import { readSchedule } from "./read-schedule";
import { readShortLines } from "./read-short-lines";
import { readSite } from "./read-site";
import { noteAbout, type ReasonCode, type RowNote, type WarningCode } from "./row-note";
import { cellOf, faultOfShape } from "./row-shape";
import type { Columns, Target } from "./target";

/** Limits of the columns of `placements` and `organisations`. */
const LONGEST_NAME = 200;
const LONGEST_DESCRIPTION = 8000;
const LONGEST_ID = 200;

export interface RowRules {
  columns: Columns;
  columnCount: number;
  /** Kind of rows that name none. */
  defaultKind: PlacementKind;
  /** The school's civil date, "YYYY-MM-DD": what lies before it is past. */
  today: string;
  decode: DecodeEntities;
}

export type RowVerdict =
  | { ok: true; placement: ImportedPlacement; warnings: RowNote<WarningCode>[] }
  | { ok: false; reasons: RowNote<ReasonCode>[] };

/**
 * Judges one row of a file. Only what makes a row meaningless rejects it (its shape, no title, no organisation, seats that
 * are no number); everything else becomes a placement with warnings, because a person reviews it before anybody sees it.
 */
export function readRow(cells: readonly string[], rules: RowRules): RowVerdict {
  const misshapen = faultOfShape(cells, rules.columnCount);
  if (misshapen) return { ok: false, reasons: [misshapen] };
  const warnings: RowNote<WarningCode>[] = [];
  const warn = (note: RowNote<WarningCode>) => void warnings.push(note);
  const raw = (target: Target) => cellOf(cells, rules.columns[target]);
  const line = (target: Target) => cleanLine(raw(target), rules.decode);

  const names = { title: line("title"), organisation: line("organisation") };
  const organisationKey = organisationNameKey(names.organisation);
  const seats = readSeatsOf(line("seats"), rules.columns.seats !== undefined, warn);
  const reasons: RowNote<ReasonCode>[] = [];
  if (!/[\p{L}\p{N}]/u.test(names.title)) reasons.push({ code: "title_missing" });
  if (organisationKey === "") reasons.push({ code: "organisation_missing" });
  if (!seats.ok) reasons.push(seats.note);
  if (reasons.length > 0 || !seats.ok) return { ok: false, reasons };

  const limited = (target: "title" | "organisation" | "description", text: string, limit: number) => {
    if (text.length > limit) warn({ code: `${target}_shortened`, detail: { limit } });
    return shorten(text, limit);
  };
  const description = cleanText(raw("description"), rules.decode);
  if (description === "") warn({ code: "description_missing" });
  const shortLines = (target: "aliases" | "skills") => {
    const read = readShortLines(cleanText(raw(target), rules.decode));
    if (read.isCut) warn({ code: `${target}_shortened`, detail: { most: MOST_LINES, limit: LONGEST_LINE } });
    return read.lines;
  };
  const schedule = line("schedule");
  const days = schedule ? readSchedule(schedule) : [];
  if (days === null) warn(noteAbout("schedule_not_understood", schedule));
  const kindNamed = line("kind");
  const kind = readKind(kindNamed);
  if (kindNamed && !kind) warn(noteAbout("kind_not_understood", kindNamed));
  const placement: ImportedPlacement = {
    externalId: line("externalId").slice(0, LONGEST_ID),
    organisation: limited("organisation", names.organisation, LONGEST_NAME),
    organisationKey: organisationKey.slice(0, LONGEST_NAME),
    title: limited("title", names.title, LONGEST_NAME),
    aliases: shortLines("aliases"),
    description: limited("description", description, LONGEST_DESCRIPTION),
    skills: shortLines("skills"),
    kind: kind ?? rules.defaultKind,
    seats: seats.value,
    category: shorten(line("category"), LONGEST_NAME),
    site: readSite({ line, text: (target) => cleanText(raw(target), rules.decode), raw }, warn),
    ...readDates({ startsOn: line("startsOn"), endsOn: line("endsOn") }, rules.today, warn),
    days: days ?? [],
    url: readWebAddress(line("url")),
    contact: readContact({ name: line("contactName"), mail: line("contactMail") }, warn),
  };
  return { ok: true, placement, warnings };
}

function readSeatsOf(
  cell: string,
  isMapped: boolean,
  warn: (note: RowNote<WarningCode>) => void,
): { ok: true; value: number } | { ok: false; note: RowNote<ReasonCode> } {
  if (cell === "") {
    if (isMapped) warn({ code: "seats_missing" });
    return { ok: true, value: 1 };
  }
  const read = readSeats(cell.slice(0, 200));
  if (!read.ok) return { ok: false, note: noteAbout(read.reason, cell) };
  if (read.unusual) warn({ code: read.unusual, detail: { seats: read.seats } });
  return { ok: true, value: read.seats };
}
