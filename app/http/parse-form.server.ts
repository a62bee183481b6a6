import { type AppLoadContext, json, type TypedResponse } from "@remix-run/node";
import type { z } from "zod";
import { describeFault } from "./field-fault.server";
import { type FieldShape, fieldShapes } from "./field-shapes.server";
import { sentenceFor } from "./text.server";

export type Typed = Record<string, string | string[]>;

/** What an action answers to a form it cannot accept: a sentence per field, and everything that was typed. */
export interface FormReply {
  ok: false;
  errors: Record<string, string>;
  values: Typed;
}

/** `typed` is what the fields held, for a refusal that comes later. */
export type ParsedForm<Value> =
  | { ok: true; value: Value; typed: Typed }
  | { ok: false; reply: TypedResponse<FormReply> };

const MAX_ENTRIES = 2_000;
/** Longer than any text we ask for; schemas set their own, smaller limits. */
const MAX_CHARACTERS = 20_000;

/**
 * Reads a form with a schema. Empty fields count as not filled in, unless the schema asks for a plain string; a field the
 * schema knows as an array collects all its values; anything else sent twice, with a NUL or half a character, or far too
 * long is a fault of that field, not a crash. A body that is no form answers 400. What was typed into a `secret` field is not
 * sent back, not even when something else was at fault.
 */
export async function parseForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  context: AppLoadContext,
  { secret = [] }: { secret?: readonly string[] } = {},
): Promise<ParsedForm<z.output<Schema>>> {
  const form = await readBody(request);
  const shapes = fieldShapes(schema);
  const input: Record<string, unknown> = Object.create(null);
  const typed: Typed = Object.create(null);
  const errors: Record<string, string> = Object.create(null);
  for (const [name, shape] of shapes) {
    const sent = form.getAll(name);
    const texts = sent.filter((entry) => typeof entry === "string");
    if (texts.length > 0 && !secret.includes(name)) typed[name] = shape.list ? texts : (texts[0] as string);
    const fault = faultOf(texts, sent.length, shape);
    if (fault) errors[name] = sentenceFor(context, fault, { maximum: MAX_CHARACTERS });
    else input[name] = readValue(sent, shape);
  }
  const parsed = Object.keys(errors).length === 0 ? schema.safeParse({ ...input }) : null;
  if (parsed?.success) return { ok: true, value: parsed.data, typed: { ...typed } };
  for (const issue of parsed?.error.issues ?? []) {
    const name = String(issue.path[0] ?? "");
    errors[name] ??= describeFault(context, issue, typed[name]);
  }
  return {
    ok: false,
    reply: json({ ok: false as const, errors: { ...errors }, values: { ...typed } }, { status: 422 }),
  };
}

/** The body as a form. Throws 400 for everything that is none. */
async function readBody(request: Request): Promise<FormData> {
  let form: FormData;
  try {
    form = await request.formData();
  } catch {
    throw new Response(null, { status: 400 });
  }
  if ([...form.keys()].length > MAX_ENTRIES) throw new Response(null, { status: 400 });
  return form;
}

function faultOf(texts: string[], count: number, { list }: FieldShape) {
  if (!list && count > 1) return "errors:field.twice" as const;
  if (texts.some((text) => /\0|\p{Surrogate}/u.test(text))) return "errors:field.characters" as const;
  if (texts.some((text) => text.length > MAX_CHARACTERS)) return "errors:field.tooLong" as const;
  return null;
}

/** What the schema is given: browsers send line ends as CRLF, empty fields as "", and no file as an empty one. */
function readValue(sent: FormDataEntryValue[], { list, emptyIsText }: FieldShape): unknown {
  const values = sent
    .map((entry) => (typeof entry === "string" ? entry.replaceAll("\r\n", "\n") : entry))
    .filter((entry) => (typeof entry === "string" ? entry !== "" || emptyIsText : entry.size > 0 || entry.name !== ""));
  return list ? values : values[0];
}
