import type { AppLoadContext } from "@remix-run/node";
import type { z } from "zod";
import type { TextKey } from "~/locales/text-key";
import { isTextKey, sentenceFor } from "./text.server";

type Issue = z.core.$ZodIssue;

const FORMATS: Record<string, TextKey> = {
  email: "errors:field.mail",
  url: "errors:field.url",
  date: "errors:field.date",
  time: "errors:field.time",
};

/**
 * The sentence for one fault of a field. A schema brings its own with a key as message:
 * `z.string().refine(isPhone, "placements:field.phoneFault")`.
 */
export function describeFault(context: AppLoadContext, issue: Issue, typed: string | string[] | undefined): string {
  if (isTextKey(context, issue.message)) return sentenceFor(context, issue.message);
  if (issue.code === "too_small" && issue.origin === "array")
    return sizeFault(context, "array", "Small", Number(issue.minimum));
  if (typed === undefined || typed === "" || typed.length === 0) return sentenceFor(context, "errors:field.missing");
  if (issue.code === "too_small") return sizeFault(context, issue.origin, "Small", Number(issue.minimum));
  if (issue.code === "too_big") return sizeFault(context, issue.origin, "Big", Number(issue.maximum));
  if (issue.code === "invalid_format") return sentenceFor(context, FORMATS[issue.format] ?? "errors:field.wrong");
  if (issue.code === "invalid_value") return sentenceFor(context, "errors:field.choice");
  if (issue.code === "invalid_type" && issue.expected === "number") return sentenceFor(context, "errors:field.number");
  if (issue.code === "invalid_type" && issue.expected === "int") return sentenceFor(context, "errors:field.whole");
  return sentenceFor(context, "errors:field.wrong");
}

function sizeFault(context: AppLoadContext, origin: string, direction: "Small" | "Big", bound: number): string {
  if (origin === "string" && bound <= 1 && direction === "Small") return sentenceFor(context, "errors:field.missing");
  if (origin === "string")
    return sentenceFor(context, direction === "Small" ? "errors:field.tooShort" : "errors:field.tooLong", {
      minimum: bound,
      maximum: bound,
    });
  if (origin === "array" && direction === "Small")
    return sentenceFor(context, "errors:field.chooseMore", { count: bound });
  if (origin === "array") return sentenceFor(context, "errors:field.chooseFewer", { count: bound });
  return sentenceFor(context, direction === "Small" ? "errors:field.tooSmall" : "errors:field.tooBig", {
    minimum: bound,
    maximum: bound,
  });
}
