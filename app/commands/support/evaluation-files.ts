import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { DocumentToFind, JudgedQuery } from "~/features/search/evaluate-search.server";

const documentLine: z.ZodType<DocumentToFind> = z.object({
  id: z.string().min(1),
  title: z.string(),
  description: z.string().default(""),
  aliases: z.array(z.string()).default([]),
  tasks: z.array(z.string()).default([]),
});

const queryLine: z.ZodType<JudgedQuery> = z.object({
  q: z.string().min(1),
  rel: z.array(z.string()).min(1),
  typo: z.string().nullish(),
  prefix: z.string().nullish(),
});

/** Documents of a JSON Lines file. Throws with file and line where one cannot be read. */
export const readDocumentsToFind = (file: string) => readLines(file, documentLine);

/** Judged queries of a JSON Lines file. Throws with file and line where one cannot be read. */
export const readJudgedQueries = (file: string) => readLines(file, queryLine);

async function readLines<Line>(file: string, shape: z.ZodType<Line>): Promise<Line[]> {
  const text = await readFile(file, "utf8");
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const read = lines.flatMap((line, place) => (line.trim() === "" ? [] : [readLine(line, { file, place, shape })]));
  if (read.length === 0) throw new Error(`${file} holds no line`);
  return read;
}

interface Where<Line> {
  file: string;
  place: number;
  shape: z.ZodType<Line>;
}

function readLine<Line>(line: string, { file, place, shape }: Where<Line>): Line {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new Error(`${file}, line ${place + 1}: this is no JSON`);
  }
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Error(`${file}, line ${place + 1}: ${z.prettifyError(parsed.error)}`);
}
