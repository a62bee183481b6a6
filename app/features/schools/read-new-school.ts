import { z } from "zod";

/** What it takes to create a school. */
export interface NewSchool {
  name: string;
  slug: string;
  timeZone: string;
  adminMail: string;
  adminName: string;
  districtName: string;
  jurisdiction: string;
  languages: string[];
  postalAddress: string;
  helpName: string;
  helpPhone: string;
}

const text = z.string().trim().min(1);
const isTimeZone = (name: string) => {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
};

const Options = z.object({
  name: text.max(200, "is longer than 200 characters"),
  slug: text.regex(/^[a-z0-9-]{2,60}$/, "has to be 2 to 60 small letters, digits and dashes"),
  "time-zone": text.refine(isTimeZone, "has to be an IANA name such as America/Los_Angeles"),
  "admin-mail": z.email("has to be a mail address").trim().toLowerCase(),
  "postal-address": text,
  "help-name": text,
  "help-phone": text,
  "admin-name": text.max(100, "is longer than 100 characters").optional(),
  district: text.max(200, "is longer than 200 characters").optional(),
  jurisdiction: text.regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, "has to look like US-WA").optional(),
  languages: text.regex(/^[a-z]{2,3}(,[a-z]{2,3})*$/, "has to look like en,es").optional(),
});

/** The names of the options, for the command line. */
export const NEW_SCHOOL_OPTIONS = Object.keys(Options.shape);
/** Mail has to say a true sender with a postal address and whom to call; on one's own machine nothing leaves. */
const SAMPLE_SENDER = {
  "postal-address": "a sample address",
  "help-name": "the school office (sample)",
  "help-phone": "+1 206 555 0100",
};

/**
 * Reads the options of `school:create`. Answers the school, or every fault with the option's name, one sentence each.
 * In local mode address and help line may be left out; what stands in says that it is a sample.
 */
export function readNewSchool(
  given: Readonly<Record<string, string | undefined>>,
  { mode }: { mode: "local" | "live" },
): { school: NewSchool } | { faults: string[] } {
  const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value?.trim()));
  const read = Options.safeParse(mode === "local" ? { ...SAMPLE_SENDER, ...filled } : filled);
  if (!read.success) {
    return {
      faults: read.error.issues.map(({ path, message }) => {
        const option = String(path[0]);
        return filled[option] === undefined ? `--${option} is missing` : `--${option} ${message}`;
      }),
    };
  }
  const options = read.data;
  return {
    school: {
      name: options.name,
      slug: options.slug,
      timeZone: options["time-zone"],
      adminMail: options["admin-mail"],
      adminName: options["admin-name"] ?? (options["admin-mail"].split("@")[0] as string).slice(0, 100),
      districtName: options.district ?? options.name,
      jurisdiction: options.jurisdiction ?? "unknown",
      languages: options.languages?.split(",") ?? ["en", "es"],
      postalAddress: options["postal-address"],
      helpName: options["help-name"],
      helpPhone: options["help-phone"],
    },
  };
}
