import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MOST_BYTES } from "~/domain/imports/limits";
import { readTable } from "~/features/imports/read-table.server";

const bytes = (text: string, encoding: BufferEncoding = "utf8") => Buffer.from(text, encoding);
const rowsOf = async (content: Uint8Array) => {
  const table = await readTable(content);
  return table.ok ? [table.value.headers, ...table.value.rows.map((row) => row.cells)] : table.reason;
};

describe("a file", () => {
  it.each([
    ["commas", bytes("a,b\n1,2\n")],
    ["semicolons", bytes('"a";b\r\n1;2\r\n')],
    ["tabs", bytes("a\tb\n1\t2")],
    ["a delimiter that it names", bytes("sep=|\r\na|b\r\n1|2")],
    ["a UTF-8 mark", bytes("\ufeffa,b\n1,2\n")],
    ["UTF-16", Buffer.concat([Buffer.from([0xff, 0xfe]), bytes("a\tb\n1\t2\n", "utf16le")])],
    ["old Macintosh line ends", bytes("a,b\r1,2\r")],
    ["blank lines and blank columns around it", bytes("\n\na,b,,\n,,,\n1,2\n\n")],
  ])("with %s is read", async (_, content) => {
    const [headers, row] = (await rowsOf(content)) as string[][];
    expect([headers, row?.slice(0, 2)]).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
  });

  it("in Windows-1252 keeps its accents and quotes", async () => {
    expect(await rowsOf(Buffer.from([...bytes("t,o\nCaf"), 0xe9, 0x92, ...bytes(",x\n")]))).toEqual([
      ["t", "o"],
      ["Café’", "x"],
    ]);
  });

  it("keeps line breaks inside quotes, and counts rows as a spreadsheet does", async () => {
    const table = await readTable(bytes('a,b\n"1\n2",x\n\n3,y\n'));
    expect(table).toMatchObject({
      ok: true,
      value: {
        rows: [
          { rowNo: 2, cells: ["1\n2", "x"] },
          { rowNo: 4, cells: ["3", "y"] },
        ],
      },
    });
  });

  it("with a stray quote in a cell is read as it stands", async () => {
    expect(await rowsOf(bytes('a,b\n5" pipe,x\n'))).toEqual([
      ["a", "b"],
      ['5" pipe', "x"],
    ]);
  });

  it.each([
    ["that is empty", bytes(" \n"), "file_empty"],
    ["with headings only", bytes("a,b\n,\n"), "no_rows"],
    ["with one column", bytes("a\n1\n"), "one_column"],
    ["that is a spreadsheet", Buffer.from([0x50, 0x4b, 0x03, 0x04, 1, 2]), "spreadsheet_file"],
    ["that is a PDF", bytes("%PDF-1.7"), "not_a_table"],
    ["that is binary", Buffer.from([0x61, 0, 0x2c, 0, 0xff]), "not_a_table"],
    ["whose quote never closes", bytes(`a,b\n"1,2\n${"x,y\n".repeat(200_000)}`), "quote_not_closed"],
    ["with too many rows", bytes(`a,b\n${"1,2\n".repeat(20_001)}`), "too_many_rows"],
    ["with too many columns", bytes(`${"a,".repeat(300)}a\n1\n`), "too_many_columns"],
    ["above twelve megabytes", Buffer.alloc(MOST_BYTES + 1, "a"), "file_too_big"],
  ])("%s is refused", async (_, content, reason) => {
    expect(await rowsOf(content)).toBe(reason);
  });

  it("read back from any table that was written has the same cells", async () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "é", ",", ";", '"', "\n", "=", "-", " ", "\t") });
    const table = fc.array(fc.tuple(fc.constantFrom("x", "y"), cell, cell), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const content = bytes(stringify([["one", "two", "three"], ...rows]));
        expect(await rowsOf(content)).toEqual([["one", "two", "three"], ...rows]);
      }),
    );
  });

  it("of any bytes is answered, never thrown at", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (content) => {
        expect(await readTable(content)).toHaveProperty("ok");
      }),
    );
  });
});
