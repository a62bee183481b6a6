import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { takeHandedMails } from "~emails/handed.server";
import { jpegOf } from "../support/pictures";

const SECRET = "the secret of the school's own mail server";
const NOW = new Date("2026-10-15T19:00:00Z");

const part = (headers: readonly string[], content: Uint8Array) =>
  ["--b", ...headers, "Content-Transfer-Encoding: base64", "", Buffer.from(content).toString("base64")].join("\r\n");

async function filesOf(...parts: string[]) {
  const head = "From: maya@clinic.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n";
  const bytes = Buffer.from(`${head}${parts.join("\r\n")}\r\n--b--\r\n`);
  const seconds = NOW.getTime() / 1000;
  const mac = createHmac("sha256", SECRET).update(`${seconds}.`).update(bytes).digest("hex");
  const read = await takeHandedMails(SECRET, { now: () => NOW }).read({ bytes, signature: `t=${seconds},v1=${mac}` });
  if (read === null || read === "unread") throw new Error("not read");
  return read.mail.files;
}

test("a mail's files are those that somebody sent, and neither the logo of a signature nor a proof", async () => {
  const image = ["Content-Type: image/jpeg", "Content-Disposition: inline", "Content-ID: <image001>"];
  const photo = Buffer.alloc(64 * 1024, 1);
  const files = await filesOf(
    part(image, jpegOf({})),
    part(image, photo),
    part(["Content-Type: image/jpeg", "Content-Disposition: attachment", "Content-ID: <f_1>"], jpegOf({})),
    part(["Content-Type: application/pkcs7-signature; name=smime.p7s"], Buffer.from("proof")),
    part(["Content-Type: application/pdf", "Content-Disposition: attachment"], Buffer.from("%PDF-1.7")),
  );
  expect(files.map(({ type, bytes }) => [type, bytes])).toEqual([
    ["image/jpeg", photo.length],
    ["image/jpeg", jpegOf({}).length],
    ["application/pdf", 8],
  ]);
  expect(await files[1]?.read()).toEqual({ outcome: "found", content: new Uint8Array(jpegOf({})) });
});
