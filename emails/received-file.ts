/** Bytes below which an image that a mail shows within its words is a logo or a smiley. Photos of telephones are larger. */
const SMALLEST_PHOTO = 64 * 1024;

/** What proves a mail and is no file of its writer. */
const PROOFS = /^application\/(?:x-)?(?:pkcs7|pgp)-signature$/i;

interface Part {
  type: string;
  /** `inline` or `attachment`; null where the mail does not say. */
  disposition: string | null;
  /** By which the mail's page names it; null where it has none. */
  contentId: string | null;
  bytes: number;
}

/** Whether a part of a mail is a file that somebody sent, and not a part of its looks: the logo of a signature. */
export function isSentFile({ type, disposition, contentId, bytes }: Part): boolean {
  if (PROOFS.test(type)) return false;
  const isShownWithin = disposition !== "attachment" && contentId !== null && type.startsWith("image/");
  return !isShownWithin || bytes >= SMALLEST_PHOTO;
}
