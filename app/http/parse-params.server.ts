import { notFound } from "./refuse.server";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The ids of an address. Throws a 404 page for anything that is no uuid, so that no query ever meets it. */
export function parseParams<Name extends string>(
  params: Record<string, string | undefined>,
  ...names: Name[]
): Record<Name, string> {
  const ids = names.map((name) => {
    const value = params[name];
    if (value === undefined || !UUID.test(value)) throw notFound();
    return [name, value.toLowerCase()] as const;
  });
  return Object.fromEntries(ids) as Record<Name, string>;
}
