import { useNavigate, useNavigation, useSearchParams } from "@remix-run/react";
import { type FormEvent, type RefObject, useEffect, useRef } from "react";

/** Long enough to finish a word, short enough not to wait for it. */
const TYPING_PAUSE_MS = 250;

/**
 * Sends the search form while somebody types (in place of the address before, so that back leaves the search) and when
 * a limit is ticked (as a step of its own, so that back takes it off again). Without scripts the form's button does it.
 */
export function useSearchAsYouType(formId: string) {
  const navigate = useNavigate();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const box = useFieldOfAddress("q");

  const send = (replace: boolean) => {
    clearTimeout(timer.current);
    const form = document.getElementById(formId);
    if (form instanceof HTMLFormElement) navigate(`?${paramsOf(form)}`, { replace, preventScrollReset: true });
  };

  useEffect(() => () => clearTimeout(timer.current), []);

  return {
    box,
    onType: () => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => send(true), TYPING_PAUSE_MS);
    },
    onTick: () => send(false),
    onSubmit: (event: FormEvent) => {
      event.preventDefault();
      send(false);
    },
  };
}

/** A text field that goes along when back and forward change the address under it; what somebody is typing stays. */
export function useFieldOfAddress(name: string): RefObject<HTMLInputElement> {
  const field = useRef<HTMLInputElement>(null);
  const [search] = useSearchParams();
  const asked = search.get(name) ?? "";
  useEffect(() => {
    if (field.current && field.current !== document.activeElement) field.current.value = asked;
  }, [asked]);
  return field;
}

/** What a form says, without what it does not say: an address to read and to copy. */
function paramsOf(form: HTMLFormElement): URLSearchParams {
  const said = [...new FormData(form)].filter(
    (entry): entry is [string, string] => typeof entry[1] === "string" && entry[1] !== "",
  );
  return new URLSearchParams(said.filter(([name, value]) => !(name === "sort" && value === "best")));
}

/** The address on its way, so that a tick shows at once, or the address that is there. */
export function useAskedParams(): URLSearchParams {
  const [search] = useSearchParams();
  const { location } = useNavigation();
  return location?.pathname === "/search" ? new URLSearchParams(location.search) : search;
}
