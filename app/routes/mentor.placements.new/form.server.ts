import { z } from "zod";
import {
  faultsOf,
  LENGTH_UNITS,
  MOST_INTERESTS,
  MOST_POSTED_SEATS,
  type OfferedPost,
  PLACEMENT_KINDS,
  type PlacementPost,
  POSTED_GRADES,
  POSTED_LANGUAGES,
  SITE_MODES,
} from "~/domain/placement/post";
import { linesOf } from "~/domain/placement/short-lines";
import { civilDay } from "~/http/civil-day.server";
import { WEEKDAYS } from "./weekdays";

const line = z.string().trim().max(200).default("");
const count = (most: number) => z.coerce.number().int().min(1).max(most);
/** One thing in each line; how many and how long is for the domain to judge. */
const lines = z.string().max(8000).default("").transform(linesOf);
const degrees = (most: number) => z.coerce.number().min(-most).max(most).optional();
const grade = z.coerce
  .number()
  .int()
  .min(POSTED_GRADES[0])
  .max(POSTED_GRADES[POSTED_GRADES.length - 1] ?? 13);
const day = civilDay.optional();
const clock = z.iso.time().optional();

type DayField = `${"starts" | "ends" | "seats"}${(typeof WEEKDAYS)[number]}`;
const dayFields = Object.fromEntries(
  WEEKDAYS.flatMap((weekday) => [
    [`starts${weekday}`, clock],
    [`ends${weekday}`, clock],
    [`seats${weekday}`, count(MOST_POSTED_SEATS).optional()],
  ]),
) as Record<DayField, z.ZodType<string | number | undefined>>;

const fields = {
  placementId: z.uuid().optional(),
  revision: z.coerce.number().int().optional(),
  kind: z.enum(PLACEMENT_KINDS),
  title: z.string().trim().min(1).max(200),
  studentWillDo: z.string().trim().min(1).max(8000),
  skills: lines,
  aliases: lines,
  hostGains: z.string().trim().max(4000).default(""),
  requirements: z.string().trim().max(4000).default(""),
  seats: count(MOST_POSTED_SEATS),
  weekday: z.array(z.coerce.number().int().min(1).max(7)).max(7),
  ...dayFields,
  lengthUnit: z.enum(LENGTH_UNITS),
  lengthCount: count(60),
  startsOn: day,
  endsOn: day,
  interests: z.array(z.string().max(60)).min(1).max(MOST_INTERESTS),
  languages: z.array(z.enum(POSTED_LANGUAGES)).min(1),
  minimumGrade: grade,
  maximumGrade: grade,
  minimumAge: z.coerce.number().int().min(0).max(21).default(0),
  leadMentorId: z.uuid(),
  backupIds: z.array(z.uuid()).max(50),
  siteId: z.union([z.literal("new"), z.uuid()]).default("new"),
  siteName: line,
  siteMode: z.enum(SITE_MODES).default("on_site"),
  street: line,
  city: line,
  postcode: line,
  areaId: z.uuid().optional(),
  latitude: degrees(90),
  longitude: degrees(180),
  schoolIds: z.array(z.uuid()).max(200),
};

const PlacementFields = z.object(fields);
type PlacementValues = z.output<typeof PlacementFields>;

const checkTogether = (values: PlacementValues, context: z.core.$RefinementCtx) => {
  for (const { field, fault } of faultsOf(toPost(values)))
    context.addIssue({ code: "custom", path: [field], message: `placements:fault.${fault}` });
};

/** What a mentor sends to change a placement; `schoolIds` are schools that do not have it yet. */
export const EditPlacementForm = PlacementFields.superRefine(checkTogether);
/** What a mentor sends to post one. */
export const NewPlacementForm = z
  .object({ ...fields, placementId: z.uuid(), schoolIds: fields.schoolIds.min(1) })
  .superRefine(checkTogether);

const { leadMentorId: _lead, backupIds: _backups, schoolIds: _schools, siteId: _site, ...offeredFields } = fields;
const OfferedFields = z.object(offeredFields);
type OfferedValues = z.output<typeof OfferedFields>;

/** What somebody fills in by a mailed link: they will be its mentor, at a place that is new, for the school that wrote. */
export const OfferedForm = OfferedFields.superRefine((values, context) => checkTogether(asWhole(values), context));

/** The post of an offer, whose mentor and school its link knows. */
export function toOfferedPost(values: OfferedValues): OfferedPost {
  const { leadMentorId: _mentor, backupIds: _others, schoolIds: _offeredTo, ...post } = toPost(asWhole(values));
  return post;
}

const asWhole = (values: OfferedValues): PlacementValues => ({
  ...values,
  leadMentorId: "",
  backupIds: [],
  schoolIds: [],
  siteId: "new",
});

/** The same fields with whatever is in them: what a draft keeps, and what suggestions are made from. */
export const DraftForm = z.object({
  intent: z.string().max(20).optional(),
  ...(Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      field instanceof z.ZodArray ? z.array(z.string()).max(200) : z.string().optional(),
    ]),
  ) as { [Name in keyof typeof fields]: z.ZodOptional<z.ZodString> }),
});

/** The post that a whole form holds. Days that were not ticked do not count, whatever their hours say. */
export function toPost(values: PlacementValues): PlacementPost {
  return {
    ...values,
    days: WEEKDAYS.filter((weekday) => values.weekday.includes(weekday)).map((weekday) => ({
      weekday,
      startsAt: String(values[`starts${weekday}`] ?? ""),
      endsAt: String(values[`ends${weekday}`] ?? ""),
      seats: Number(values[`seats${weekday}`] ?? values.seats),
    })),
    startsOn: values.startsOn ?? null,
    endsOn: values.endsOn ?? null,
    site:
      values.siteId === "new"
        ? {
            name: values.siteName,
            mode: values.siteMode,
            street: values.street,
            city: values.city,
            postcode: values.postcode,
            areaId: values.areaId ?? null,
            latitude: values.latitude ?? null,
            longitude: values.longitude ?? null,
          }
        : { id: values.siteId },
  };
}
