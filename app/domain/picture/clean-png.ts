import { joined } from "./joined-bytes";

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** The chunks that make up a picture (https://www.w3.org/TR/png-3/#5ChunkTypes); text, time, profile and place are in none of them. */
const KEPT: readonly string[] = ["IHDR", "PLTE", "tRNS", "IDAT", "IEND"];

/** A PNG without everything that is not its picture, or null for bytes that are none. */
export function cleanPng(bytes: Uint8Array): Uint8Array | null {
  if (!SIGNATURE.every((byte, at) => bytes[at] === byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = [bytes.subarray(0, SIGNATURE.length)];
  const kinds: string[] = [];
  let at = SIGNATURE.length;
  while (at + 12 <= bytes.length && kinds.at(-1) !== "IEND") {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return null;
    const kind = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (KEPT.includes(kind)) {
      kinds.push(kind);
      parts.push(bytes.subarray(at, end));
    }
    at = end;
  }
  return kinds[0] === "IHDR" && kinds.includes("IDAT") && kinds.at(-1) === "IEND" ? joined(parts) : null;
}
