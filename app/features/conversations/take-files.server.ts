import { type LeftOut, MOST_PICTURES } from "~/domain/conversation/pictures";
import { MOST_PICTURE_BYTES, readPicture } from "~/domain/picture/read-picture";
import type { ReceivedFile } from "~emails/mailer";

/** Files of a mail that are looked at; nobody sends more that they wish to be seen. */
const MOST_LOOKED_AT = 10;

/** What may be a picture, whatever it is by its bytes. */
const MAYBE_PICTURE = /^image\/|^application\/octet-stream$/i;

export interface TakenFiles {
  files: Uint8Array[];
  /** Why each of the others is left out, in their order. */
  leftOut: LeftOut[];
}

/**
 * The pictures among the files of a mail, as many as a message carries. Throws where one cannot be fetched yet and `waits` says that
 * the mail may come again.
 */
export async function takeFiles(sent: readonly ReceivedFile[], { waits }: { waits: boolean }): Promise<TakenFiles> {
  const taken: TakenFiles = { files: [], leftOut: [] };
  for (const [index, file] of sent.entries()) {
    const isEnough = taken.files.length === MOST_PICTURES || index >= MOST_LOOKED_AT;
    const content = isEnough && MAYBE_PICTURE.test(file.type) ? "too_many_pictures" : await contentOf(file, { waits });
    if (typeof content === "string") taken.leftOut.push(content);
    else taken.files.push(content);
  }
  return taken;
}

async function contentOf(file: ReceivedFile, { waits }: { waits: boolean }): Promise<Uint8Array | LeftOut> {
  if (!MAYBE_PICTURE.test(file.type)) return "not_a_picture";
  if (file.bytes > MOST_PICTURE_BYTES) return "picture_too_big";
  const read = await file.read();
  if (read.outcome === "later" && waits) throw new Error("a file of a mail that came in cannot be fetched yet");
  if (read.outcome !== "found") return "unread";
  const picture = readPicture(read.content);
  return picture.ok ? read.content : picture.reason;
}
