import { useEffect } from "react";
import { mainId } from "./page";

/** Where the focus was: the element, what it stood in, what stood beside each of those, and on which page. */
interface Spot {
  page: string;
  chain: readonly { element: Element; beside: readonly Element[] }[];
}

/**
 * Who works with the keyboard goes on where they were when a decision takes away the button they pressed (WCAG 2.4.3): in
 * the same row, or the one that stood beside it, or at the head of the same part of the page. Without this the browser
 * lets the focus fall, and the next Tab starts from the top. A list of faults, which takes the focus itself, goes first.
 */
export function useFocusKept(): void {
  useEffect(() => {
    let spot: Spot | null = null;
    const note = ({ target }: FocusEvent) => {
      spot = target instanceof Element ? spotOf(target) : null;
    };
    // A press elsewhere leaves the element on purpose.
    const forget = () => {
      spot = null;
    };
    const observer = new MutationObserver(() => {
      if (spot === null || spot.chain[0]?.element.isConnected || document.activeElement !== document.body) return;
      const left = spot;
      spot = null;
      // A page that was asked for is read from its own start.
      if (left.page === pageNow()) focusNear(left);
    });
    document.addEventListener("focusin", note);
    document.addEventListener("pointerdown", forget);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener("focusin", note);
      document.removeEventListener("pointerdown", forget);
      observer.disconnect();
    };
  }, []);
}

function spotOf(target: Element): Spot {
  const chain: Spot["chain"][number][] = [];
  for (let element: Element | null = target; element && element !== document.body; element = element.parentElement)
    chain.push({ element, beside: besides(element) });
  return { page: pageNow(), chain };
}

/** What stands after it, the nearest first, then what stands before it. */
function besides(element: Element): Element[] {
  const all = [...(element.parentElement?.children ?? [])];
  const at = all.indexOf(element);
  return [...all.slice(at + 1), ...all.slice(0, at).reverse()];
}

function focusNear(spot: Spot): void {
  const next = nearestTo(spot);
  if (!(next instanceof HTMLElement)) return;
  if (next.tabIndex < 0) next.tabIndex = -1;
  next.focus();
}

function nearestTo({ chain }: Spot): Element | null {
  const at = chain.findIndex(({ element }) => element.isConnected);
  const survivor = chain[at]?.element;
  const row = survivor?.closest("li");
  if (row) return linkIn(row) ?? row;
  const beside = chain[at - 1]?.beside.find((one) => one.isConnected && (one.matches("li") || linkIn(one)));
  if (beside) return linkIn(beside) ?? beside;
  return survivor?.closest(`section, #${mainId}`) ?? document.getElementById(mainId);
}

/** A link rather than a button: whoever presses Enter twice decides nothing twice. */
const linkIn = (element: Element) => element.querySelector("a[href]");

/** The address, without the mark that the framework sets on a form of an index page. */
function pageNow(): string {
  const asked = new URLSearchParams(window.location.search);
  asked.delete("index");
  return `${window.location.pathname}?${asked}`;
}
