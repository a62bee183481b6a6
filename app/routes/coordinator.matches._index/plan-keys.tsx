import { type KeyboardEvent, type RefObject, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Disclosure } from "~/ui/disclosure";

const KEYS = ["j", "k", "w", "a", "A", "l", "x", "o", "?"] as const;
const MEANINGS = {
  j: "keys.down",
  k: "keys.up",
  w: "keys.why",
  a: "keys.tick",
  A: "keys.approve",
  l: "keys.lock",
  x: "keys.forbid",
  o: "keys.open",
  "?": "keys.help",
} as const;

/**
 * Single keys for people who work through many pairs. They count only while the focus is in the list and not in a text, so
 * that nobody's speech input or screen reader sets them off (WCAG 2.1.4).
 */
export function usePlanKeys(list: RefObject<HTMLDivElement>, approve: RefObject<HTMLDivElement>) {
  const help = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isText(event.target)) return;
    const row = pairOf(event.target as HTMLElement);
    const key = KEYS.find((one) => one === event.key);
    if (!row || !key) return;
    event.preventDefault();
    if (key === "?") toggle(help.current);
    // Only the focus goes there: the counts are heard before anything is approved.
    else if (key === "A") approve.current?.querySelector<HTMLElement>("button")?.focus();
    else if (key === "j" || key === "k") focusRow(list.current, row, key === "j" ? 1 : -1);
    else row.querySelector<HTMLElement>(`[data-key~="${key}"]`)?.click();
  };
  return { help, onKeyDown };
}

/** The keys and what they do, open to everybody; `?` leads here and back. */
export function KeyHelp({ help }: { help: RefObject<HTMLDivElement> }) {
  const { t } = useTranslation("board");
  return (
    <div ref={help} className="max-sm:hidden print:hidden">
      <Disclosure summary={t("keys.title")}>
        <p>{t("keys.lead")}</p>
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
          {KEYS.map((key) => (
            <div key={key} className="contents">
              <dt>
                <kbd className="rounded-md border border-line-strong bg-surface px-2">{key}</kbd>
              </dt>
              <dd>{t(MEANINGS[key])}</dd>
            </div>
          ))}
        </dl>
      </Disclosure>
    </div>
  );
}

function isText(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.matches("textarea, select, input:not([type=checkbox])");
}

function toggle(box: HTMLElement | null): void {
  const details = box?.querySelector("details");
  if (!details) return;
  details.open = !details.open;
  if (details.open) details.querySelector("summary")?.scrollIntoView({ block: "nearest" });
}

/** The row of a pair: under the name of a student who has several, the first of them. */
function pairOf(target: HTMLElement): HTMLElement | null {
  const row = target.closest("li");
  return row?.querySelector<HTMLElement>("li:has([data-key])") ?? row;
}

/** Moves the focus to the first link in the pair so many further on. */
function focusRow(list: HTMLElement | null, row: Element, step: number): void {
  const pairs = [...(list?.querySelectorAll<HTMLElement>("li:has([data-key])") ?? [])].filter(
    (one) => pairOf(one) === one,
  );
  pairs[pairs.indexOf(row as HTMLElement) + step]?.querySelector<HTMLElement>("a")?.focus();
}
