import { done, type Outcome, refused } from "../outcome";
import { type Picture, type PictureFault, readPicture } from "../picture/read-picture";

/** Pictures of one message: both sides of a sheet, and one more. */
export const MOST_PICTURES = 3;

/** Pictures of one person in one conversation, 300 MB at most. Each counts for its writer, so that nobody takes the room of another. */
export const MOST_OF_WRITER = 60;

/** Characters of what a writer says that pictures show. */
export const LONGEST_SHOW = 200;

export type PicturesFault = PictureFault | "too_many_pictures" | "pictures_full" | "no_picture";

/** Why a file that a mail brought is not shown under its message. `unread`: it could not be fetched. */
export type LeftOut = Exclude<PicturesFault, "no_picture"> | "unread";

interface Sent {
  /** As they were sent. */
  files: readonly Uint8Array[];
  /** What they show, in their writer's words; empty where they said nothing. */
  show: string;
}

/**
 * The pictures of a message as they may be kept, all of them or none. `before` counts those that the writer has sent in this
 * conversation.
 */
export function readPictures({ files, show }: Sent, { before }: { before: number }): Outcome<Picture[], PicturesFault> {
  if (files.length === 0) return show.trim() === "" ? done([]) : refused("no_picture");
  if (files.length > MOST_PICTURES) return refused("too_many_pictures");
  if (before + files.length > MOST_OF_WRITER) return refused("pictures_full");
  const pictures: Picture[] = [];
  for (const file of files) {
    const picture = readPicture(file);
    if (!picture.ok) return picture;
    pictures.push(picture.value);
  }
  return done(pictures);
}
