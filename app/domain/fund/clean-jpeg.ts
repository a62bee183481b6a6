import { orientationOf, orientationSegment } from "./exif-orientation";
import { joined } from "./joined-bytes";

/** Markers of ITU-T T.81, annex B. */
const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
const COMMENT = 0xfe;
const FIRST_APP = 0xe0;
const EXIF = 0xe1;
/** How the colours are to be read; Adobe's own note, without which some pictures turn out inverted. */
const ADOBE = 0xee;
const LAST_APP = 0xef;

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
    if (isKept(marker)) parts.push(bytes.subarray(at, stop));
    at = stop;
  }
  return null;
}

function isKept(marker: number): boolean {
  return marker === ADOBE || (marker !== COMMENT && !(marker >= FIRST_APP && marker <= LAST_APP));
}

/** Where the data of a scan stops: at the next marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}
