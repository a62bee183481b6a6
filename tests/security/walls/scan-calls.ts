import * as scans from "~db/scans.server";
import type { Query } from "./queries";
import type { Theirs } from "./victim";

const on = (their: Theirs) => ({ ...their, of: { noun: "consent", id: their.consentId } }) as const;

/** How the walls ask the queries about scans of papers. */
export const SCAN_CALLS: Record<string, Query> = {
  "scans/countScans": async (tx, their) => (await scans.countScans(tx, on(their))) || null,
  "scans/deleteScan": async (tx, their) => (await scans.deleteScan(tx, on(their))) || null,
  "scans/deleteScansOf": (tx, their) => scans.deleteScansOf(tx, on(their)),
  "scans/findScan": (tx, their) => scans.findScan(tx, on(their)),
  "scans/insertScan": (tx, their) =>
    scans.insertScan(tx, {
      ...{ ...on(their), picture: { kind: "image/png", content: new Uint8Array([1]) }, by: their.staffId },
    }),
  "scans/listScans": (tx, their) => scans.listScans(tx, on(their)),
};
