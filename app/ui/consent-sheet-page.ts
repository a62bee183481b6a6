/** What the page of one consent request holds for the person who was asked. */
export interface ConsentSheetPage {
  state: string;
  purpose: string;
  isSelf: boolean;
  studentName: string;
  toldName: string;
  text: { body: string; version: number; language: string } | null;
  interests: readonly string[];
  places: readonly { kind: string; title: string | null; organisation: string | null }[];
  school: { name: string; helpName: string; helpPhone: string };
}
