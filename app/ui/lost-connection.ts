import { useSyncExternalStore } from "react";
import { isSomebodyElse, readerOfTab } from "./reader";

/**
 * What waits while the server cannot be reached: the next page; something sent that never left the device; something sent whose
 * answer was lost, so that nobody here knows whether it arrived; something of one person's, while the device is another one's.
 */
export type Lost = "page" | "unsent" | "unsure" | "foreign";

interface Waiting {
  lost: Lost;
  again: () => void;
}

let waiting: readonly Waiting[] = [];
const watchers = new Set<() => void>();
/** The press on a link that waits. */
let lastPress = new AbortController();

function setWaiting(now: readonly Waiting[]): void {
  waiting = now;
  for (const tell of watchers) tell();
}

/**
 * From now on the requests of pages wait where the connection is lost, instead of failing and taking the page with all that was
 * typed away. When the device is back they go out by themselves, except for what may have arrived: that goes when a person says so.
 */
export function waitWhereLost(): void {
  const send = window.fetch.bind(window);
  window.fetch = (asked, how) => (isOfPage(asked) ? untilReached(() => send(asked, how), how ?? {}) : send(asked, how));
  window.addEventListener("online", () => again(waiting.filter(({ lost }) => lost === "page" || lost === "unsent")));
  document.addEventListener("click", waitAtLink(send), { capture: true });
}

export const sendLostAgain = (): void => again(waiting);

function again(those: readonly Waiting[]): void {
  for (const one of those) one.again();
}

/** The gravest of what waits, or nothing. */
export function useLost(): Lost | null {
  return useSyncExternalStore(watch, gravest, () => null);
}

function watch(tell: () => void): () => void {
  watchers.add(tell);
  return () => watchers.delete(tell);
}

function gravest(): Lost | null {
  const order: readonly Lost[] = ["foreign", "unsure", "unsent", "page"];
  return order.find((lost) => waiting.some((one) => one.lost === lost)) ?? null;
}

/** Remix asks for the data of pages, and sends forms, with this mark in the address. */
const isOfPage = (asked: RequestInfo | URL) => typeof asked === "string" && /[?&]_data=/.test(asked);

/**
 * `fetch` fails with a TypeError where no answer came at all; an answer that refuses is none (WHATWG Fetch, 5.6). The session's cookie
 * is that of the device: what one person sends never goes out once another one reads here.
 */
async function untilReached(
  send: () => Promise<Response>,
  { method = "GET", signal }: Pick<RequestInit, "method" | "signal">,
): Promise<Response> {
  const isSent = method !== "GET";
  const sender = readerOfTab();
  // What is sent goes before a link, which would take it away from the browser; its answer leads on.
  if (isSent) lastPress.abort();
  for (;;) {
    while (isSent && isSomebodyElse(sender)) await nextTry("foreign", signal);
    const wasOnline = navigator.onLine;
    try {
      return await send();
    } catch (fault) {
      if (!(fault instanceof TypeError) || signal?.aborted) throw fault;
      const mayHaveLeft = wasOnline || navigator.onLine;
      await nextTry(isSent ? (mayHaveLeft ? "unsure" : "unsent") : "page", signal);
    }
  }
}

/** Resolves when it is time to try again; fails as `fetch` does when the page no longer wants it. */
function nextTry(lost: Lost, signal: AbortSignal | null | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const one: Waiting = { lost, again: () => end(resolve) };
    const leave = () => end(() => reject(signal?.reason));
    const end = (then: () => void) => {
      signal?.removeEventListener("abort", leave);
      setWaiting(waiting.filter((other) => other !== one));
      then();
    };
    signal?.addEventListener("abort", leave);
    setWaiting([...waiting, one]);
  });
}

/**
 * The code of a page that was not open yet cannot be held back: where it does not come, Remix loads the whole document again. So on
 * a device that says it is offline a link waits until the server answers; a server on the device itself answers at once.
 */
function waitAtLink(send: typeof fetch): (event: MouseEvent) => void {
  let passing: Element | null = null;
  return (event) => {
    const link = (event.target as Element | null)?.closest?.("a");
    if (navigator.onLine || !link || link === passing || !leadsOn(event, link)) return;
    event.preventDefault();
    event.stopPropagation();
    lastPress.abort();
    if (waiting.some(({ lost }) => lost !== "page")) return;
    lastPress = new AbortController();
    const { signal } = lastPress;
    const how = { method: "HEAD", cache: "no-store", signal } as const;
    untilReached(() => send("/favicon.svg", how), { signal }).then(
      () => {
        passing = link;
        link.click();
        passing = null;
      },
      () => null,
    );
  };
}

/** Whether a press leads to another page of ours in this tab. */
function leadsOn(event: MouseEvent, link: HTMLAnchorElement): boolean {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return false;
  if (link.origin !== window.location.origin || link.target !== "" || link.hasAttribute("download")) return false;
  return link.pathname !== window.location.pathname || link.search !== window.location.search;
}
