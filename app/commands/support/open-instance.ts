import type { InstanceTable } from "~/domain/matching/instance/instance";
import type { Mode } from "~/domain/matching/mode";
import { readInstanceFile } from "./read-instance-file";

export type Opened = { ok: true; value: InstanceTable } | { ok: false; sentence: string };

/** An instance for a mode from a file, or the sentence that says why not: where it is wrong, or that it cannot be read. */
export async function openInstance(file: string, mode: Mode): Promise<Opened> {
  try {
    const read = await readInstanceFile(file, mode);
    if (read.ok) return read;
    const { pointer, problem } = read.fault;
    // The pointer to the whole is empty (RFC 6901, section 5), which nobody would see.
    return { ok: false, sentence: `${pointer || '"" (the whole file)'} ${problem}` };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { ok: false, sentence: `${file} cannot be read: ${error.message}` };
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error;
}
