/**
 * Whether what a mail says tells where a student is or goes: its props, which visits and meetings alone keep in `about`, and a transfer in
 * the name of the other school.
 */
export function namesPlace(kind: string, props: unknown): boolean {
  const { about, placementTitle, otherSchool } = props as {
    about?: object | null;
    placementTitle?: string | null;
    otherSchool?: string | null;
  };
  if (kind === "transfer-news") return otherSchool !== null;
  return kind === "visit-news" || kind === "meeting-news" ? about !== null : placementTitle !== null;
}
