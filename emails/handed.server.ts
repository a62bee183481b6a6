import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import PostalMime, { type Address, type Attachment } from "postal-mime";
import type { HandedMail, HandedMails, ReceivedFile, SignedMail } from "./mailer";
import { readReceived } from "./received";
import { isSentFile } from "./received-file";

/** A copy of a signed request is of no use later; clocks of two servers may differ by less. */
const LONGEST_SECONDS = 300;

/** Headers in which a server says for whom a mail came, besides those that its writer sees. */
const RECIPIENTS = ["delivered-to", "x-original-to"];

/** Mails that the school's own mail server hands over whole (RFC 5322), each request signed with a secret that both know. */
export function takeHandedMails(secret: string, clock: { now(): Date }): HandedMails {
  return {
    async read(handed) {
      if (!isSigned(handed, { secret, now: clock.now() })) return null;
      try {
        return await parse(handed.bytes);
      } catch {
        return "unread";
      }
    },
  };
}

/** `t=<seconds>,v1=<HMAC-SHA256 of "t.bytes" in hex>`. */
function isSigned({ bytes, signature }: SignedMail, { secret, now }: { secret: string; now: Date }): boolean {
  const [, seconds = "", given = ""] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(signature.trim()) ?? [];
  const age = Math.abs(now.getTime() / 1000 - Number(seconds));
  if (given === "" || age > LONGEST_SECONDS) return false;
  const mac = createHmac("sha256", secret).update(`${seconds}.`).update(bytes).digest();
  return timingSafeEqual(mac, Buffer.from(given, "hex"));
}

async function parse(bytes: Uint8Array): Promise<HandedMail> {
  const mail = await PostalMime.parse(bytes);
  const headers = Object.fromEntries(mail.headers.toReversed().map(({ key, value }) => [key, value]));
  return {
    source: createHash("sha256").update(bytes).digest("hex"),
    mail: readReceived({
      from: mail.from?.address ?? "",
      to: [
        ...addressesOf([...(mail.to ?? []), ...(mail.cc ?? [])]),
        ...mail.headers.filter(({ key }) => RECIPIENTS.includes(key)).map(({ value }) => value),
      ],
      headers,
      text: mail.text ?? null,
      html: mail.html ?? null,
      files: mail.attachments.flatMap(fileOf),
    }),
  };
}

function fileOf({ content, mimeType: type, disposition, contentId }: Attachment): ReceivedFile[] {
  const read = typeof content === "string" ? Buffer.from(content) : new Uint8Array(content);
  const bytes = read.length;
  if (!isSentFile({ type, disposition, contentId: contentId ?? null, bytes })) return [];
  return [{ type, bytes, read: () => Promise.resolve({ outcome: "found", content: read }) }];
}

const addressesOf = (list: readonly Address[]): string[] =>
  list.flatMap(({ address, group }) => (group ? group.map((one) => one.address) : [address ?? ""]));
