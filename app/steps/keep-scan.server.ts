import { MOST_SCANS, type ScanFault, type ScanOf } from "~/domain/acting/scan";
import type { StaffActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { type Picture, readPicture } from "~/domain/picture/read-picture";
import { recordAct } from "~db/audit.server";
import { countScans, insertScan } from "~db/scans.server";
import type { ScopeTx } from "~db/scope.server";

interface Sent {
  schoolId: string;
  /** What is locked, and the scan is to prove; null for what is not there yet. */
  of: ScanOf | null;
  /** As it was sent; undefined where no scan came. */
  file: Uint8Array | undefined;
}

/** Reads a scan that came with a form, before anything is written: null where none came, or why it cannot be kept. */
export async function readScan(tx: ScopeTx, { schoolId, of, file }: Sent): Promise<Outcome<Picture | null, ScanFault>> {
  if (file === undefined) return done(null);
  const picture = readPicture(file);
  if (!picture.ok) return picture;
  if (of && (await countScans(tx, { schoolId, of })) >= MOST_SCANS) return refused("too_many_scans");
  return picture;
}

interface Kept {
  actor: StaffActor;
  of: ScanOf;
  picture: Picture | null;
  now: Date;
}

/** Keeps a scan that was read with what it proves; the log names the scan, and of what it is. */
export async function keepScan(tx: ScopeTx, { actor, of, picture, now }: Kept): Promise<void> {
  if (picture === null) return;
  const scanId = await insertScan(tx, { schoolId: actor.schoolId, of, picture, by: actor.personId, now });
  if (scanId !== undefined) await recordScanAct(tx, { actor, scanId, of, transition: "add", now });
}

/** One line of the log about a scan: who added it, looked at it or took it away. */
export async function recordScanAct(
  tx: ScopeTx,
  act: { actor: StaffActor; scanId: string; of: ScanOf; transition: "add" | "look" | "remove"; now: Date },
): Promise<void> {
  const { actor, scanId: nounId, of, transition, now } = act;
  await recordAct(tx, { actor, noun: "scan", nounId, transition, reason: `${of.noun}:${of.id}`, now });
}
