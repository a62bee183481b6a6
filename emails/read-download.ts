import type { ReadFile } from "./mailer";

const ANSWER_TIMEOUT_MS = 15_000;

/** Fetches a file from an address that a provider gave us, and no more of it than anybody takes. Never throws. */
export async function readDownload(address: string, { most }: { most: number }): Promise<ReadFile> {
  try {
    const answer = await fetch(address, { redirect: "error", signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS) });
    if (answer.status === 404 || answer.status === 410) return { outcome: "gone" };
    if (!answer.ok || !answer.body) return { outcome: "later" };
    const parts: Uint8Array[] = [];
    const reader = answer.body.getReader();
    let read = 0;
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      read += part.value.length;
      if (read > most) {
        await reader.cancel();
        return { outcome: "gone" };
      }
      parts.push(part.value);
    }
    return { outcome: "found", content: Buffer.concat(parts) };
  } catch {
    return { outcome: "later" };
  }
}
