import { z } from "zod";
import { type HowItWasSaid, RECORDED_CHANNELS } from "~/domain/acting/how-it-was-said";
import type { ScanFault } from "~/domain/acting/scan";
import { PEOPLE_LANGUAGES } from "~/domain/people/languages";
import { bytesOf } from "./bytes-of.server";
import type { Refusals } from "./refuse.server";

/** What `ui/how-it-was-said` sends. */
export const SAID_FIELDS = {
  channel: z.enum(RECORDED_CHANNELS),
  language: z.enum(PEOPLE_LANGUAGES).optional(),
  interpreter: z.string().max(200).default(""),
  evidence: z.string().max(1000).default(""),
  scan: z.instanceof(File).optional(),
};

const Said = z.object(SAID_FIELDS);

/** The part of a form that says how it was said, as a verb takes it. */
export async function readSaid(sent: z.output<typeof Said>): Promise<HowItWasSaid & { scan: Uint8Array | undefined }> {
  const { channel, language, interpreter, evidence } = sent;
  return { channel, language, interpreter, evidence, scan: sent.scan && (await bytesOf(sent.scan)) };
}

/** The same where only some of whom the form is for are told by a person, and nothing is proved by a paper. */
export const TOLD_FIELDS = {
  channel: SAID_FIELDS.channel.optional(),
  language: SAID_FIELDS.language,
  interpreter: SAID_FIELDS.interpreter,
};

const ToldBy = z.object(TOLD_FIELDS);

/** How somebody was told; undefined where the form did not ask. */
export function readTold(sent: z.output<typeof ToldBy>): Omit<HowItWasSaid, "scan"> | undefined {
  const { channel, language, interpreter } = sent;
  return channel && { channel, language, interpreter, evidence: "" };
}

export const scanRefusals: Refusals<ScanFault> = {
  not_a_picture: { status: 422, key: "acting:fault.not_a_picture", field: "scan" },
  picture_too_big: { status: 422, key: "acting:fault.picture_too_big", field: "scan" },
  too_many_scans: { status: 409, key: "acting:fault.too_many_scans", field: "scan" },
};
