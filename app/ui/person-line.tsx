import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

interface PersonLineProps {
  /** The name the person uses. */
  name: string;
  pronouns?: string | null | undefined;
  /** One line: what they like, or what they do. */
  about?: ReactNode;
  /** Their page, if the reader may see one. */
  to?: string | undefined;
}

/** A person: a name, one line about them. No picture and no initials in a circle. */
export function PersonLine({ name, pronouns, about, to }: PersonLineProps) {
  return (
    <div>
      <p>
        {to ? (
          <Link to={to} className="font-semibold text-accent underline-offset-4 hover:underline">
            {name}
          </Link>
        ) : (
          <span className="font-semibold">{name}</span>
        )}
        {pronouns && <span className="ms-2 text-small text-ink-soft">{pronouns}</span>}
      </p>
      {about && <p className="text-ink-soft">{about}</p>}
    </div>
  );
}
