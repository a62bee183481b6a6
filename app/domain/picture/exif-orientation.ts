const EXIF_HEAD = [0x45, 0x78, 0x69, 0x66, 0, 0];
const ORIENTATION = 0x0112;

/** Which side of a picture is up, 1 to 8 (Exif 2.32, 4.6.4), out of its notes; 1, as it is, when they do not say so. */
export function orientationOf(notes: Uint8Array): number {
  if (!EXIF_HEAD.every((byte, at) => notes[at] === byte) || notes.length < EXIF_HEAD.length + 8) return 1;
  const tiff = new DataView(notes.buffer, notes.byteOffset + EXIF_HEAD.length, notes.length - EXIF_HEAD.length);
  const isLittle = tiff.getUint16(0) === 0x4949;
  const first = tiff.getUint32(4, isLittle);
  if (first + 2 > tiff.byteLength) return 1;
  const count = tiff.getUint16(first, isLittle);
  for (let at = first + 2; at < first + 2 + count * 12 && at + 12 <= tiff.byteLength; at += 12) {
    if (tiff.getUint16(at, isLittle) !== ORIENTATION) continue;
    const value = tiff.getUint16(at + 8, isLittle);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** The notes of a JPEG that say which side is up and nothing else; none when the picture is as it is. */
export function orientationSegment(orientation: number): Uint8Array {
  if (orientation === 1) return new Uint8Array();
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
  const notes = [...EXIF_HEAD, ...tiff];
  return new Uint8Array([0xff, 0xe1, 0, notes.length + 2, ...notes]);
}
