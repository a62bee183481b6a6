import { done, type Outcome, refused } from "../outcome";
import { cleanJpeg } from "./clean-jpeg";
import { cleanPng } from "./clean-png";

export interface Picture {
  kind: "image/jpeg" | "image/png";
  content: Uint8Array;
}

export type PictureFault = "not_a_picture" | "picture_too_big";

/** What a phone's camera makes of a sheet of paper stays below. */
export const MOST_PICTURE_BYTES = 5 * 1024 * 1024;

/**
 * A picture of a paper as it may be kept: what it is by its bytes, whatever its name says, and rebuilt from the parts that
 * make up the picture. Place, time, device, preview and everything after its end are left out.
 */
export function readPicture(bytes: Uint8Array): Outcome<Picture, PictureFault> {
  if (bytes.length > MOST_PICTURE_BYTES) return refused("picture_too_big");
  const jpeg = cleanJpeg(bytes);
  if (jpeg) return done({ kind: "image/jpeg", content: jpeg });
  const png = cleanPng(bytes);
  return png ? done({ kind: "image/png", content: png }) : refused("not_a_picture");
}
