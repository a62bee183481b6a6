import fc from "fast-check";
import { expect, test } from "vitest";
import { MOST_PICTURE_BYTES, readPicture } from "~/domain/picture/read-picture";
import { jpegOf, noted, PLACE, pngOf } from "../../support/pictures";

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");
const read = (bytes: Uint8Array) => {
  const picture = readPicture(bytes);
  return picture.ok ? { kind: picture.value.kind, text: text(picture.value.content) } : picture.reason;
};

test("a photo keeps its picture and loses place, device, comment, preview and what is hidden after its end", () => {
  const photo = jpegOf({ orientation: 1 });
  expect(text(photo)).toContain(PLACE);
  const kept = read(photo);
  expect(kept).toEqual({ kind: "image/jpeg", text: text(jpegOf({ bare: true })) });
});

test.each([3, 6, 8])("a photo that is turned (%i) keeps which side is up, and no other note", (orientation) => {
  for (const order of ["II", "MM"] as const) {
    const kept = read(jpegOf({ orientation, order }));
    expect(kept).toMatchObject({ kind: "image/jpeg" });
    const { text: left } = kept as { text: string };
    expect(left).not.toContain(PLACE);
    expect(left.slice(0, 40)).toContain("Exif\0\0MM");
    expect(left.charCodeAt(2 + 4 + 6 + 8 + 2 + 9)).toBe(orientation);
    // read once more, it is the same picture
    expect(read(Buffer.from(left, "latin1"))).toEqual(kept);
  }
});

test("a photo in several scans keeps each of them, and the tables between", () => {
  const photo = jpegOf({ scans: 3 });
  expect(read(photo)).toEqual({ kind: "image/jpeg", text: text(jpegOf({ scans: 3, bare: true })) });
});

test.each([0xee, 0xf0, 0xfd, 0xc8, 0x02])("a note under a name of no such thing (%i) goes, too", (marker) => {
  const words = Buffer.from("Ana lives here");
  const note = Buffer.concat([Buffer.from([0xff, marker, 0, words.length + 2]), words]);
  const bare = jpegOf({ bare: true });
  const photo = Buffer.concat([bare.subarray(0, 2), note, bare.subarray(2)]);
  expect(read(photo)).toEqual({ kind: "image/jpeg", text: text(bare) });
});

test("a screenshot loses its texts, its time and what follows its end", () => {
  expect(read(noted(pngOf()))).toEqual({ kind: "image/png", text: text(pngOf()) });
});

test.each([
  ["a page of the web", Buffer.from("<script>alert(1)</script>")],
  ["a PDF", Buffer.from("%PDF-1.7\n")],
  ["a film of pictures", Buffer.from("GIF89a")],
  ["nothing", Buffer.alloc(0)],
  ["a picture that was cut off", jpegOf({}).subarray(0, 60)],
  ["a picture without its data", pngOf({ data: false })],
  ["a picture whose part is longer than itself", Buffer.concat([pngOf().subarray(0, 33), Buffer.alloc(12, 0x7f)])],
])("%s is no picture", (_, bytes) => {
  expect(read(bytes)).toBe("not_a_picture");
});

test("a picture of more than 5 MB is refused", () => {
  const large = Buffer.concat([pngOf(), Buffer.alloc(MOST_PICTURE_BYTES)]);
  expect(read(large)).toBe("picture_too_big");
});

test("whatever bytes come, they are read or refused, and what is kept reads the same once more", () => {
  const start = fc.constantFrom(
    jpegOf({ orientation: 6 }),
    jpegOf({ scans: 2 }),
    noted(pngOf()),
    Buffer.from([0xff, 0xd8]),
  );
  const damage = fc.array(fc.record({ at: fc.nat(400), byte: fc.integer({ min: 0, max: 255 }) }), { maxLength: 6 });
  fc.assert(
    fc.property(start, damage, fc.uint8Array({ maxLength: 40 }), (bytes, changes, tail) => {
      const damaged = Buffer.concat([bytes, tail]);
      for (const { at, byte } of changes) if (at < damaged.length) damaged[at] = byte;
      const kept = readPicture(damaged);
      if (kept.ok) expect(readPicture(kept.value.content)).toEqual(kept);
    }),
    { numRuns: 2_000 },
  );
});
