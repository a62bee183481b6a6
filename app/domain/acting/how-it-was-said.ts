import type { Channel } from "../consent/lifecycle";

/** The ways by which something reaches staff and no page. */
export const RECORDED_CHANNELS = ["phone", "in_person", "paper"] as const satisfies readonly Channel[];
export type RecordedChannel = (typeof RECORDED_CHANNELS)[number];

/** What staff write down beside an act that somebody did not do through a page (domain.md, section 2). */
export interface HowItWasSaid {
  channel: RecordedChannel;
  /** In which it was said or written (ISO 639-1); left out, the one in which the school writes to them. */
  language?: string | undefined;
  /** Who interpreted; empty for nobody. */
  interpreter: string;
  /** Who said it and when, or where the paper is kept. */
  evidence: string;
  /** A picture of the paper, as it was sent. */
  scan?: Uint8Array | undefined;
}

/** For whom something is recorded, and the language in which the school writes to them. */
interface Spoken {
  id: string | null;
  language: string | null;
}

/** How an act came, as the audit log keeps it. */
export function cameFrom({ id, language }: Spoken, said: HowItWasSaid) {
  return {
    onBehalfOf: id,
    channel: said.channel,
    language: said.language ?? language,
    interpreter: said.interpreter.trim(),
    evidence: said.evidence.trim(),
  };
}
