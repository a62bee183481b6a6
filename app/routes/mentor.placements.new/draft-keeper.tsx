import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

/** Milliseconds of rest after which what was typed goes to the server. */
const REST = 1_200;

interface DraftKeeperProps {
  form: string;
  /** Where what was typed is sent. */
  at?: string | undefined;
  children: ReactNode;
}

/**
 * Keeps what is typed into the form inside it on the server, so that it can be finished on another day or device.
 * Without scripts nothing happens here; the form's own answers keep the values then.
 */
export function DraftKeeper({ form, at = "/mentor/placements/draft", children }: DraftKeeperProps) {
  const { t } = useTranslation("placements");
  const box = useRef<HTMLDivElement>(null);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sending = useRef<AbortController>(undefined);
  const [isKept, setKept] = useState(false);
  const stop = () => {
    clearTimeout(waiting.current);
    sending.current?.abort();
  };
  useEffect(() => () => clearTimeout(waiting.current), []);
  const keep = async () => {
    const element = box.current?.querySelector("form");
    if (!element) return;
    sending.current = new AbortController();
    const entries = [...new FormData(element)].map(([name, value]) => [name, String(value)]);
    const body = new URLSearchParams([...entries, ["form", form]]);
    // Out of reach or signed out: the tab's own copy is still there, and sending the form says what is wrong.
    const answer = await fetch(at, {
      method: "POST",
      body,
      signal: sending.current.signal,
    }).catch(() => null);
    setKept(answer?.ok === true && !answer.redirected);
  };
  const onInput = () => {
    setKept(false);
    stop();
    waiting.current = setTimeout(keep, REST);
  };
  return (
    <div ref={box} onInput={onInput} onSubmit={stop}>
      {children}
      <p role="status" className="mt-3 min-h-7 text-ink-soft">
        {isKept && t("draft.kept")}
      </p>
    </div>
  );
}
