import { type ChangeEvent, useEffect, useRef, useState } from "react";
import type { FieldProps } from "./field";
import { PICTURES } from "./picture-field";
import { shrinkPicture } from "./shrink-picture";
import { FileField } from "./text-fields";

interface PicturesFieldProps extends FieldProps {
  most: number;
  /** Of each. */
  mostBytes: number;
  /** What is said before anything is sent, and what keeps it from being sent: an answer would come after minutes, and without the words. */
  said: { tooMany: string; tooBig: string };
}

/** Several pictures at once, made smaller before they leave where scripts run. */
export function PicturesField({ most, mostBytes, said, ...field }: PicturesFieldProps) {
  const input = useRef<HTMLInputElement>();
  const [fault, setFault] = useState<string>();
  useEffect(() => {
    const form = input.current?.form;
    if (!form || fault === undefined) return;
    const stay = (event: SubmitEvent) => {
      event.preventDefault();
      input.current?.focus();
    };
    // Before whoever would take it for sent.
    form.addEventListener("submit", stay, { capture: true });
    return () => form.removeEventListener("submit", stay, { capture: true });
  }, [fault]);
  const choose = async ({ currentTarget: chosen }: ChangeEvent<HTMLInputElement>) => {
    input.current = chosen;
    const files = [...(chosen.files ?? [])];
    const faultOf = (sent: readonly File[]) => {
      if (sent.length > most) return said.tooMany;
      return sent.some(({ size }) => size > mostBytes) ? said.tooBig : undefined;
    };
    // Until they are smaller they are what they are: whoever presses at once is told, not cut off.
    setFault(faultOf(files));
    if (files.length === 0 || files.length > most) return;
    const smaller = await Promise.all(files.map(shrinkPicture));
    // Somebody has chosen others meanwhile.
    if (chosen.files?.length !== files.length || files.some((file, at) => chosen.files?.[at] !== file)) return;
    const sent = new DataTransfer();
    for (const file of smaller) sent.items.add(file);
    chosen.files = sent.files;
    setFault(faultOf(smaller));
  };
  return <FileField {...field} error={fault} accept={PICTURES} multiple onChange={choose} />;
}
