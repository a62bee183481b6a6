/** Where a photo was taken, as its notes say it. */
export const PLACE = "47.6062N 122.3321W at home of Pia";

const segment = (marker: number, content: Buffer) => {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(content.length + 2);
  return Buffer.concat([Buffer.from([0xff, marker]), length, content]);
};

/** Notes of a camera with one number, which side is up, and a place. */
function exif(orientation: number, order: "II" | "MM"): Buffer {
  const tiff = Buffer.alloc(26);
  const isLittle = order === "II";
  const two = (value: number, at: number) => (isLittle ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at));
  const four = (value: number, at: number) =>
    isLittle ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at);
  tiff.write(order);
  two(42, 2);
  four(8, 4);
  two(1, 8);
  two(0x0112, 10);
  two(3, 12);
  four(1, 14);
  two(orientation, 18);
  return Buffer.concat([Buffer.from("Exif\0\0"), tiff, Buffer.from(PLACE)]);
}

/** A photo as a phone writes it; `bare` is the same without anything beside the picture. */
export function jpegOf({
  orientation = 1,
  order = "II",
  scans = 1,
  bare = false,
}: {
  orientation?: number;
  order?: "II" | "MM";
  scans?: number;
  bare?: boolean;
}): Buffer {
  const notes = bare
    ? []
    : [
        segment(0xe0, Buffer.from("JFIF\0")),
        segment(0xe1, exif(orientation, order)),
        segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0<x>${PLACE}</x>`)),
        segment(0xed, Buffer.from(`Photoshop ${PLACE}`)),
        segment(0xfe, Buffer.from(PLACE)),
      ];
  const scan = (at: number) => [
    segment(0xc4, Buffer.from([at, 1, 2, 3])),
    segment(0xda, Buffer.from([1, 2, 3])),
    // stuffed and restart markers belong to the data
    Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0 + at, 0x56]),
  ];
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...notes,
    segment(0xdb, Buffer.from("table")),
    segment(0xc0, Buffer.from("frame")),
    ...Array.from({ length: scans }, (_, at) => scan(at)).flat(),
    Buffer.from([0xff, 0xd9]),
    ...(bare ? [] : [Buffer.from(`a film ${PLACE}`)]),
  ]);
}

const chunk = (kind: string, content: Buffer) => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  return Buffer.concat([length, Buffer.from(kind), content, Buffer.alloc(4)]);
};

/** A screenshot without anything beside the picture. */
export function pngOf({ data = true }: { data?: boolean } = {}): Buffer {
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", Buffer.alloc(13, 1)),
    ...(data ? [chunk("IDAT", Buffer.from("data"))] : []),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** The same with what programs write beside it. */
export function noted(png: Buffer): Buffer {
  const [head, rest] = [png.subarray(0, 33), png.subarray(33)];
  const notes = [chunk("tEXt", Buffer.from(PLACE)), chunk("eXIf", Buffer.from(PLACE)), chunk("tIME", Buffer.alloc(7))];
  return Buffer.concat([head, ...notes, rest, Buffer.from(`a zip file ${PLACE}`)]);
}
