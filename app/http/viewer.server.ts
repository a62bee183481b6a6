import type { AppLoadContext } from "@remix-run/node";

/** Who is signed in, as the header shows it. */
export interface Viewer {
  /** The name they use. */
  name: string;
  /** Their role in this session, such as "student". */
  role: string;
  /** The school or organisation they act in. */
  place: string;
  /** Their places; `key` is a key under `common:nav`. */
  nav: { to: string; key: string }[];
}

/** The reader of this request, or nobody. */
export async function readViewer(_request: Request, _context: AppLoadContext): Promise<Viewer | null> {
  return null;
}
