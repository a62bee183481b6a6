/** What the page shows of a kind of mail. */
export interface Shown {
  language: string;
  look: "light" | "dark";
  /** The case of the kind; null for that of the example. */
  case: string | null;
}

/** The address of the same page with this shown. */
export function addressOf({ language, look, case: name }: Shown): string {
  return `?${new URLSearchParams({ language, look, ...(name !== null && { case: name }) })}`;
}
