import type { ReadFile } from "./mailer";

const ANSWER_TIMEOUT_MS = 15_000;

/** Fetches a file from an address that a provider gave us, and no more of it than anybody takes. Never throws. */
export async function readDownload(address: string, { most }: { most: number }): Promise<ReadFile> {
  try {
    const answer = await fetch(address, { redirect: "error", signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS) });
    if (answer.status === 404 || answer.status === 410) return { outcome: "gone" };
    if (!answer.ok || !answer.body) return { outcome: "later" };
    const parts: Uint8Array[] = [];
    let read = 0;
    for await (const part of answer.body) {
      read += part.length;
      if (read > most) return { outcome: "gone" };
      parts.push(part);
    }
    return { outcome: "found", content: Buffer.concat(parts) };
  } catch {
    return { outcome: "later" };
  }
}
