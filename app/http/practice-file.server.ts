import type { AppLoadContext } from "@remix-run/node";
import { isPractice } from "~/domain/fund/practice";
import type { csvDownload } from "./csv.server";
import { sentenceFor } from "./text.server";

type File = Parameters<typeof csvDownload>[0];

/** A file of the practice book says in its name and in each line that it is one: lines are copied, and names are changed. */
export function markPractice(context: Pick<AppLoadContext, "language">, book: string, file: File): File {
  if (!isPractice(book)) return file;
  const label = sentenceFor(context, "fund:practice.label");
  return {
    name: sentenceFor(context, "fund:practice.fileName", { name: file.name }),
    columns: [...file.columns, sentenceFor(context, "fund:settings.book")],
    rows: [...file.rows].map((row) => [...row, label]),
  };
}
