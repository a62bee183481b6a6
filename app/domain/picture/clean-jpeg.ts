import { orientationOf, orientationSegment } from "./exif-orientation";
import { joined } from "./joined-bytes";

/** Markers of ITU-T T.81, annex B. */
const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
const EXIF = 0xe1;
/** How the colours are to be read; Adobe's own note of twelve bytes, without which some pictures turn out inverted. */
const ADOBE = 0xee;
/** Frames and tables (all of C0 to CF but the reserved C8), quantisation, number of lines, restart interval, scan. */
const KEPT = [
  0xc0,
  0xc1,
  0xc2,
  0xc3,
  0xc4,
  0xc5,
  0xc6,
  0xc7,
  0xc9,
  0xca,
  0xcb,
  0xcc,
  0xcd,
  0xce,
  0xcf,
  0xdb,
  0xdc,
  0xdd,
  SCAN,
];

/**
 * A JPEG of its tables and scans alone, or null for bytes that are none. Notes of cameras and programs (place, time, device, preview)
 * go, with one exception: which side is up. What follows the end, such as a film or a second picture, goes too.
 */
export function cleanJpeg(bytes: Uint8Array): Uint8Array | null {
  if (bytes[0] !== 0xff || bytes[1] !== START) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [];
  let orientation = 1;
  let scans = 0;
  let at = 2;
  while (at + 4 <= bytes.length || bytes[at + 1] === END) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return null;
    // any marker may have fill bytes before it
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === END) {
      const head = [bytes.subarray(0, 2), orientationSegment(orientation)];
      return scans > 0 ? joined([...head, ...parts, bytes.subarray(at, at + 2)]) : null;
    }
    const end = at + 2 + view.getUint16(at + 2);
    if (end < at + 4 || end > bytes.length) return null;
    const segment = bytes.subarray(at, end);
    if (marker === EXIF && orientation === 1) orientation = orientationOf(segment.subarray(4));
    if (marker === SCAN) scans += 1;
    const stop = marker === SCAN ? endOfScan(bytes, end) : end;
    if (KEPT.includes(marker) || isAdobeNote(marker, segment)) parts.push(bytes.subarray(at, stop));
    at = stop;
  }
  return null;
}

function isAdobeNote(marker: number, segment: Uint8Array): boolean {
  return marker === ADOBE && segment.length === 16 && String.fromCharCode(...segment.subarray(4, 9)) === "Adobe";
}

/** Where the data of a scan stops: at the next marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}
