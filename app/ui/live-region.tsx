import { type ReactNode, useState } from "react";

interface LiveRegionProps {
  children: ReactNode;
  shown?: boolean;
  /** What the message answers, such as the address. When it changes, the same message is said again. */
  about?: string;
}

/** Tells screen readers about a change that happens elsewhere on the page, such as a new number of results. */
export function LiveRegion({ children, shown = false, about = "" }: LiveRegionProps) {
  const isAgain = useTurn(about);
  return (
    <p role="status" aria-live="polite" className={shown ? "" : "heard-only"}>
      {children}
      {/* Only what changes is read out: a space that nobody hears is a change. */}
      {isAgain && "\u00a0"}
    </p>
  );
}

/** Turns over each time the value is another one. */
function useTurn(value: string): boolean {
  const [last, setLast] = useState({ value, turn: false });
  if (last.value !== value) setLast({ value, turn: !last.turn });
  return last.turn;
}
