import { useEffect } from "react";

const KEY = "reader";
let ofTab = "";

/** Who reads this tab's page: a key that tells members of one device apart; empty while nobody is signed in. */
export const readerOfTab = (): string => ofTab;

/** Whether the last page that this browser opened, in whichever tab, was read by another one than this, or by nobody. */
export const isSomebodyElse = (reader: string): boolean => reader !== "" && (stored() ?? reader) !== reader;

/** On every page: notes who reads it, for the other tabs of this browser too. Undefined where nobody knows. */
export function useReader(key: string | null | undefined): void {
  useEffect(() => {
    if (key === undefined) return;
    ofTab = key ?? "";
    store(ofTab);
  }, [key]);
}

/** Storage can be full or forbidden; then each tab knows of itself only. */
function stored(): string | null {
  try {
    return window.localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function store(reader: string): void {
  try {
    window.localStorage.setItem(KEY, reader);
  } catch {
    return;
  }
}
