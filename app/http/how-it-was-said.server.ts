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

export const scanRefusals: Refusals<ScanFault> = {
  not_a_picture: { status: 422, key: "acting:fault.not_a_picture", field: "scan" },
  picture_too_big: { status: 422, key: "acting:fault.picture_too_big", field: "scan" },
  too_many_scans: { status: 409, key: "acting:fault.too_many_scans", field: "scan" },
};
