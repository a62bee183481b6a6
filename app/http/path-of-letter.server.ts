import type { Actor } from "~/domain/actor";
import type { FoundLetter } from "~/features/letters/find-letter.server";

/** The page that a letter leads its reader to. */
export function pathOfLetter({ kind }: Pick<Actor, "kind">, { of, id }: FoundLetter): string {
  if (kind === "staff")
    return {
      consent: `/coordinator/consents/${id}`,
      task: `/coordinator/tasks/${id}`,
      person: `/coordinator/people/${id}`,
    }[of];
  return of === "consent" ? `/${kind}/consents/${id}` : "/home";
}
