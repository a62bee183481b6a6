import { TextLink } from "~/ui/text-link";

/** Leads to the page of somebody of the school. */
export function PersonLink({ person: { id, name } }: { person: { id: string; name: string } }) {
  return <TextLink to={`/coordinator/people/${id}`}>{name}</TextLink>;
}
