/** A figure as a page shows it, and where it leads. */
export interface Figure {
  text: string;
  /** The link that the figure is the name of. */
  own: string | null;
  /** How many figures that link is the name of: two are compared with each other. */
  named: number;
  /** Links in the row that the figure stands in. */
  beside: string[];
  /** What the forms of the row are about: the values that they send unseen. */
  about: string[];
}

interface Element {
  name: string;
  attributes: string;
  parent: Element | null;
  children: (Element | string)[];
}

const MONEY = /-?[$€][\d,]+(?:\.\d\d)?|-?\b[\d,]+(?:\.\d\d)? (?:MX\$|[A-Z]{3}\b)/g;
const EMPTY = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;
/** What belongs together for who reads, whatever is folded in it; else a fold, or what stands alone under the title. */
const ROWS = ["li", "tr", "header"];

/** The amounts of money in the main part of a page that our own server wrote; not those that are only offered in a choice. */
export function figuresOf(html: string): Figure[] {
  const main = readElements(html.slice(html.indexOf("<main"), html.indexOf("</main>")));
  return textsOf(main).flatMap(({ text, parent }) => {
    if (ancestors(parent).some(({ name }) => name === "option")) return [];
    const link = ancestors(parent).find(({ name }) => name === "a");
    const row = rowOf(parent);
    const found = text.match(MONEY) ?? [];
    return found.map((figure) => ({
      text: figure,
      own: link ? hrefOf(link) : null,
      named: link ? (wordsOf(link).match(MONEY) ?? []).length : 0,
      beside: linksIn(row),
      about: sentBy(row),
    }));
  });
}

function readElements(html: string): Element {
  const root: Element = { name: "", attributes: "", parent: null, children: [] };
  let at = root;
  for (const [, comment, end, name = "", attributes = "", text] of html.matchAll(
    /(<!--.*?-->)|<(\/?)([a-z][a-z0-9]*)([^>]*)>|([^<]+)/gs,
  )) {
    if (comment) continue;
    if (text !== undefined) at.children.push(text);
    else if (end) at = at.parent ?? root;
    else {
      const element: Element = { name, attributes, parent: at, children: [] };
      at.children.push(element);
      if (!EMPTY.test(name) && !attributes.endsWith("/")) at = element;
    }
  }
  return root;
}

function textsOf(element: Element): { text: string; parent: Element }[] {
  return element.children.flatMap((child) =>
    typeof child === "string" ? [{ text: child, parent: element }] : textsOf(child),
  );
}

function ancestors(element: Element): Element[] {
  return element.parent ? [element, ...ancestors(element.parent)] : [element];
}

function rowOf(element: Element): Element {
  const all = ancestors(element);
  const row = all.find(({ name, parent }) => ROWS.includes(name) || parent?.name === "dl");
  const fold = all.find(({ name }) => name === "details");
  const alone = all.find(({ parent }) => parent?.name === "div" && parent.parent?.name === "main");
  return row ?? fold ?? alone ?? element;
}

const hrefOf = ({ attributes }: Element) =>
  (/href="([^"]*)"/.exec(attributes)?.[1] ?? "").replaceAll("&amp;", "&").replaceAll("&#x27;", "'");

function linksIn(element: Element): string[] {
  return element.children.flatMap((child) => {
    if (typeof child === "string") return [];
    return child.name === "a" ? [hrefOf(child)] : linksIn(child);
  });
}

function sentBy(element: Element): string[] {
  return element.children.flatMap((child) => {
    if (typeof child === "string") return [];
    const sent = /type="hidden"/.test(child.attributes) && /value="([^"]*)"/.exec(child.attributes)?.[1];
    return sent ? [sent] : sentBy(child);
  });
}

const wordsOf = (element: Element): string =>
  element.children.map((child) => (typeof child === "string" ? child : wordsOf(child))).join(" ");
