import type { FieldProps } from "./field";
import { FileField } from "./text-fields";

/** The kinds of picture that are kept; a phone offers its camera for them. */
const PICTURES = "image/jpeg,image/png";

/** A photo of a paper, from the camera of a phone or a file. */
export function PictureField(props: FieldProps) {
  return <FileField {...props} accept={PICTURES} />;
}

/** Several pictures at once. */
export function PicturesField(props: FieldProps) {
  return <FileField {...props} accept={PICTURES} multiple />;
}
