/** What a guardian's page holds about one consent request. */
export interface ConsentSheetPage {
  state: string;
  purpose: string;
  studentName: string;
  relationship: string;
  textBody: string | null;
  textVersion: number | null;
  interests: readonly string[];
  waiting: readonly { title: string; organisation: string | null }[];
  school: { name: string; helpName: string; helpPhone: string };
}
