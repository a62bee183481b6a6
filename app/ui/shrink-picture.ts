/** Pixels of the longer side of a picture that was made smaller: the small print of a photographed sheet stays readable. */
const LONGEST_SIDE = 2_048;

/** One that is no larger is sent as it is. */
const SMALL_BYTES = 500_000;

/** Of a photo: less shows around letters, more nobody sees. */
const QUALITY = 0.82;

/**
 * A picture as a telephone sends it in seconds: its longer side 2,048 pixels at most, upright, on white. Any other file, and one that
 * would not get smaller or that this browser cannot draw, comes back as it is.
 */
export async function shrinkPicture(file: File): Promise<File> {
  if (file.size <= SMALL_BYTES || !/^image\/(?:jpeg|png)$/.test(file.type)) return file;
  const drawn = await drawSmaller(file).catch(() => null);
  if (!drawn || drawn.size >= file.size) return file;
  return new File([drawn], file.name.replace(/\.\w+$/, ".jpg"), { type: "image/jpeg" });
}

async function drawSmaller(file: File): Promise<Blob | null> {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const pen = canvas.getContext("2d");
  if (!pen) return null;
  pen.fillStyle = "white";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
}
