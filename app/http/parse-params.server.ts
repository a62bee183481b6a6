import { UUID } from "~/domain/uuid";
import { notFound } from "./refuse.server";

/** The ids of an address. Throws a 404 page for anything that is no uuid, so that no query ever meets it. */
export function parseParams<Name extends string>(
  params: Record<string, string | undefined>,
  ...names: Name[]
): Record<Name, string> {
  const ids = names.map((name) => {
    const value = params[name]?.toLowerCase();
    if (value === undefined || !UUID.test(value)) throw notFound();
    return [name, value] as const;
  });
  return Object.fromEntries(ids) as Record<Name, string>;
}
