import type { FieldProps } from "./field";
import { FileField } from "./text-fields";

/** The kinds of picture that are kept; a phone offers its camera for them. */
export const PICTURES = "image/jpeg,image/png";

/** A photo of a paper, from the camera of a phone or a file. */
export function PictureField(props: FieldProps) {
  return <FileField {...props} accept={PICTURES} />;
}
