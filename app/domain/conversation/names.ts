import type { ThreadRole } from "./standing";

/** Everything that is known of the name of somebody in a conversation. */
export interface KnownName {
  role: ThreadRole;
  nameUsed: string;
  fullName: string;
}

/**
 * The name that a reader may see of somebody in a conversation; empty where only the role may be told. Hosts read the first name
 * that they were told, families the one that the student lets people outside the staff read, and who a guardian is only staff read.
 */
export function shownName(
  who: KnownName,
  reader: { role: ThreadRole; toldFirstName: string; outsideName: string },
): string {
  if (reader.role === "staff") return who.fullName;
  if (who.role === "guardian") return "";
  if (who.role === "student" && reader.role === "mentor") return reader.toldFirstName;
  if (who.role === "student" && reader.role === "guardian") return reader.outsideName;
  return who.nameUsed;
}
