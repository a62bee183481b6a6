import { useLocation, useNavigation, useRouteLoaderData } from "@remix-run/react";
import { type RefObject, useEffect, useRef, useState } from "react";
import type { FormReply } from "./form-reply";

type TextControl = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const kept = "textarea[name], select[name], input[name]";
const neverKept = '[type="hidden"], [type="file"], [type="password"], [autocomplete="one-time-code"], [data-no-draft]';

interface Drafted {
  /** The name of the draft; undefined for a form that keeps none. */
  name: string | undefined;
  reply: FormReply | null | undefined;
}

/**
 * Keeps what is typed into a form in this tab's session storage, through a reload and through a lost session,
 * and puts it back into fields that are still as the server sent them. The draft ends when the form was accepted: when it was sent and
 * the visitor arrives somewhere other than the sign-in page, or stays and nothing is answered that it should be corrected by. Whoever
 * leaves before there is an answer keeps it. It belongs to the page and to who reads it: what was typed about one student never stands
 * in the form of another, nor before whoever signs in next in this tab. Codes, files and hidden fields are never kept.
 *
 * Answers how often the form was accepted where it stands. With that as its key it begins anew, and the next one at the device does
 * not read whom somebody has just told of.
 */
export function useDraft(form: RefObject<HTMLFormElement | null>, { name, reply }: Drafted): number {
  const { pathname } = useLocation();
  const { state, formData } = useNavigation();
  const isLeft = state === "loading" && formData === undefined;
  const reader = useRouteLoaderData<{ viewer: { key: string } | null }>("root")?.viewer?.key ?? "";
  const key = `draft:${reader}:${pathname}:${name}`;
  const sent = useRef<string | null>(null);
  const [accepted, setAccepted] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a form that begins anew is another element
  useEffect(() => {
    const element = form.current;
    if (!element || !name) return;
    restore(element, key);
    const onInput = () => write(key, wordsOf(element));
    const onSubmit = ({ defaultPrevented: isKeptBack }: SubmitEvent) => {
      if (!isKeptBack) sent.current = wordsOf(element);
    };
    element.addEventListener("input", onInput);
    element.addEventListener("submit", onSubmit);
    return () => {
      element.removeEventListener("input", onInput);
      element.removeEventListener("submit", onSubmit);
      if (sent.current !== null && !window.location.pathname.startsWith("/sign-in")) write(key, null);
    };
  }, [form, name, key, accepted]);
  useEffect(() => {
    if (isLeft) sent.current = null;
  }, [isLeft]);
  useEffect(() => {
    const words = sent.current;
    if (state !== "idle" || words === null) return;
    sent.current = null;
    // Whoever has gone on typing meanwhile loses nothing.
    const isAsSent = form.current !== null && wordsOf(form.current) === words;
    if (!isAsSent || reply?.values || reply?.errors) return;
    write(key, null);
    setAccepted((before) => before + 1);
  }, [form, key, reply, state]);
  return accepted;
}

const wordsOf = (form: HTMLFormElement) => JSON.stringify(read(form));

const controls = (form: HTMLFormElement) =>
  [...form.querySelectorAll<TextControl>(kept)].filter((control) => !control.matches(neverKept));

const isTick = (control: TextControl): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === "checkbox" || control.type === "radio");

/** Ticks are kept under name and value, texts under their name. */
const slot = (control: TextControl) => (isTick(control) ? `${control.name}=${control.value}` : control.name);

const read = (form: HTMLFormElement): Record<string, string | boolean> =>
  Object.fromEntries(
    controls(form).map((control) => [slot(control), isTick(control) ? control.checked : control.value]),
  );

function restore(form: HTMLFormElement, key: string): void {
  const saved = parse(key);
  for (const control of controls(form)) {
    const value = saved[slot(control)];
    if (isTick(control)) {
      if (typeof value === "boolean") control.checked = value;
    } else if (typeof value === "string" && isUntouched(control)) control.value = value;
  }
}

function isUntouched(control: TextControl): boolean {
  if (!(control instanceof HTMLSelectElement)) return control.value === control.defaultValue;
  const preset = [...control.options].findIndex((option) => option.defaultSelected);
  return control.selectedIndex === Math.max(preset, 0);
}

function parse(key: string): Record<string, unknown> {
  try {
    return (JSON.parse(window.sessionStorage.getItem(key) ?? "{}") as Record<string, unknown> | null) ?? {};
  } catch {
    return {};
  }
}

/** Storage can be full or forbidden; then there is no draft, and the form works as ever. */
function write(key: string, value: string | null): void {
  try {
    if (value === null) window.sessionStorage.removeItem(key);
    else window.sessionStorage.setItem(key, value);
  } catch {
    return;
  }
}
