import { done, type Outcome, refused } from "~/domain/outcome";

/** Why bytes are no table at all. */
export type BytesFault = "file_empty" | "spreadsheet_file" | "not_a_table";

/** First bytes of what people send by mistake: zip (xlsx, ods), the old Excel container, PDF. */
const SPREADSHEETS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];
const PDF = [0x25, 0x50, 0x44, 0x46];

/**
 * The text of a file: UTF-8 with or without a mark, UTF-16 with one (Excel's "Unicode text"), else Windows-1252, which older
 * spreadsheets write. The answer holds no NUL: Postgres could not keep it.
 */
export function decodeFile(content: Uint8Array): Outcome<string, BytesFault> {
  if (SPREADSHEETS.some((mark) => startsWith(content, mark))) return refused("spreadsheet_file");
  if (startsWith(content, PDF)) return refused("not_a_table");
  const text = new TextDecoder(encodingOf(content)).decode(content);
  if (text.trim() === "") return refused("file_empty");
  return text.includes("\0") ? refused("not_a_table") : done(text);
}

function encodingOf(content: Uint8Array): string {
  if (startsWith(content, [0xff, 0xfe])) return "utf-16le";
  if (startsWith(content, [0xfe, 0xff])) return "utf-16be";
  return isUtf8(content) ? "utf-8" : "windows-1252";
}

function isUtf8(content: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(content);
    return true;
  } catch {
    return false;
  }
}

function startsWith(content: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, place) => content[place] === byte);
}
