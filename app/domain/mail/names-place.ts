/** Whether what a mail says tells where a student is or goes: its props, which visits and meetings alone keep in `about`. */
export function namesPlace(kind: string, props: unknown): boolean {
  const { about, placementTitle } = props as { about?: object | null; placementTitle?: string | null };
  return kind === "visit-news" || kind === "meeting-news" ? about !== null : placementTitle !== null;
}
