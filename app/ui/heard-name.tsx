import type { ReactNode } from "react";

/** Follows the words of a button or link that several rows have: what it acts on, for who hears the page. */
export function HeardName({ children }: { children: ReactNode }) {
  return <span className="heard-only">{`: ${children}`}</span>;
}
