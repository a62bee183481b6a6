/** An answer that did not reach the server, as the form had it. */
export interface Unsent {
  unsent: Record<string, string>;
}

/**
 * Sends a form, and where the connection fails answers with what was in it, so that the page stays and can send it again. Any
 * other fault is thrown on. For forms of plain fields whose action may be done twice.
 */
export async function sendOrKeep<T>(request: Request, send: () => Promise<T>): Promise<T | Unsent> {
  const fields = await request.clone().formData();
  try {
    return await send();
  } catch (fault) {
    if (!isLostConnection(fault)) throw fault;
    return { unsent: Object.fromEntries([...fields].map(([name, value]) => [name, String(value)])) };
  }
}

/** `fetch` fails with a TypeError where no answer came at all; an answer that refuses is none (WHATWG Fetch, 5.6). */
const isLostConnection = (fault: unknown) => fault instanceof TypeError;

export function isUnsent(reply: unknown): reply is Unsent {
  return typeof reply === "object" && reply !== null && "unsent" in reply;
}

/** Of a route's `shouldRevalidate`: what never reached the server changed nothing there, and asking would fail the same way. */
export function unlessUnsent({
  actionResult,
  defaultShouldRevalidate,
}: {
  actionResult?: unknown;
  defaultShouldRevalidate: boolean;
}): boolean {
  return defaultShouldRevalidate && !isUnsent(actionResult);
}
