import { toPlainText } from "@react-email/render";

interface Written {
  attribs?: Record<string, string>;
  children?: unknown[];
}

/** What `html-to-text`, whose types do not come with it, hands to a formatter. */
interface Writer {
  addInline(text: string, options?: { noWordTransform: boolean }): void;
  addLineBreak(): void;
  openBlock(options: { leadingLineBreaks: number }): void;
  closeBlock(options: { trailingLineBreaks: number }): void;
}
type Walk = (children: unknown[], writer: Writer) => void;

/**
 * The text part of a mail. Each address stands alone on the line below its words, where one sees and copies it whole; a mail address
 * stands beside them, and a phone number is its own words. What a part of a day's mail is about is marked, as nothing else sets it apart here.
 */
export function toText(html: string): string {
  const text = toPlainText(html, {
    wordwrap: false,
    formatters: { addressBelow, addressBeside, marked },
    selectors: [
      { selector: "a", format: "addressBelow" },
      { selector: 'a[href^="tel:"]', format: "inline" },
      { selector: 'a[href^="mailto:"]', format: "addressBeside" },
      { selector: "h1", options: { uppercase: false } },
      { selector: "h2", format: "marked" },
    ],
  });
  return text
    .replaceAll(/[^\S\n]+$/gm, "")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}

function addressBelow({ attribs, children = [] }: Written, walk: Walk, writer: Writer): void {
  walk(children, writer);
  writer.addLineBreak();
  writer.addInline(attribs?.href ?? "", { noWordTransform: true });
}

function addressBeside({ attribs, children = [] }: Written, walk: Walk, writer: Writer): void {
  walk(children, writer);
  writer.addInline(`: ${(attribs?.href ?? "").replace(/^mailto:/, "")}`, { noWordTransform: true });
}

function marked({ children = [] }: Written, walk: Walk, writer: Writer): void {
  writer.openBlock({ leadingLineBreaks: 2 });
  writer.addInline("* ");
  walk(children, writer);
  writer.closeBlock({ trailingLineBreaks: 2 });
}
