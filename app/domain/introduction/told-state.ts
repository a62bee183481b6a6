interface Told {
  state: string;
  invited_at: string | null;
  placed_told_at: string | null;
}

/**
 * The word under which whoever introduced somebody reads what became of it. `placed` once a proposer was told that a student found a
 * place, `unread` where nobody was asked before the days were over: "no answer" would blame a person whom the school never
 * wrote to. One that joined another reads as the other does.
 */
export function toldState(introduction: Told, joinedTo?: Told): string {
  const told = joinedTo ?? introduction;
  if (told.placed_told_at !== null) return "placed";
  return told.state === "expired" && told.invited_at === null ? "unread" : told.state;
}
