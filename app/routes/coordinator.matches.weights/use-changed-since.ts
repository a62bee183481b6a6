import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { FormReply } from "~/ui/form-reply";

interface Compared {
  isChanged: boolean;
  /** Of a hidden field, whose form is the one that is compared. */
  mark: RefObject<HTMLInputElement>;
  /** To be called on each input of the form. */
  compare: () => void;
}

/** Does a form hold something else than what it was answered for? Somebody may also type while the answer is on its way. */
export function useChangedSince(answered: FormReply["values"]): Compared {
  const mark = useRef<HTMLInputElement>(null);
  const [isChanged, setChanged] = useState(false);
  const compare = useCallback(() => {
    const fields = [...(mark.current?.form?.elements ?? [])].filter((one) => one instanceof HTMLInputElement);
    setChanged(fields.some(({ type, name, value }) => type !== "hidden" && (answered?.[name] ?? value) !== value));
  }, [answered]);
  useEffect(compare, [compare]);
  return { isChanged, mark, compare };
}
