import { useEffect } from "react";

/**
 * Says once that the page has shown its messages up to a number, as soon as somebody has it in front of them: a page that was opened
 * in the background says nothing yet. What cannot be said costs a mail too many, and nothing else; so it is without scripts.
 */
export function useSeen({ pursuitId, unseenUpTo }: { pursuitId: string; unseenUpTo: number | null }): void {
  useEffect(() => {
    if (unseenUpTo === null) return undefined;
    const say = () => {
      if (document.visibilityState !== "visible") return;
      document.removeEventListener("visibilitychange", say);
      const body = new URLSearchParams({ upTo: String(unseenUpTo) });
      fetch(`/conversations/${pursuitId}/seen`, { method: "POST", body, keepalive: true }).catch(() => null);
    };
    document.addEventListener("visibilitychange", say);
    say();
    return () => document.removeEventListener("visibilitychange", say);
  }, [pursuitId, unseenUpTo]);
}
