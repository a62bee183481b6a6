import type { FileFault } from "~/features/imports/read-table.server";
import type { Refusals } from "~/http/refuse.server";

const aboutFile = <Fault extends FileFault>(fault: Fault) =>
  ({ status: 422, key: `imports:fault.${fault}`, field: "file" }) as const;

/** Every way in which a file cannot be taken, beside the field it was chosen in. */
export const START_REFUSALS: Refusals<"not_permitted" | FileFault> = {
  not_permitted: { status: 403, key: "imports:fault.not_permitted" },
  file_empty: aboutFile("file_empty"),
  file_too_big: aboutFile("file_too_big"),
  spreadsheet_file: aboutFile("spreadsheet_file"),
  not_a_table: aboutFile("not_a_table"),
  no_rows: aboutFile("no_rows"),
  one_column: aboutFile("one_column"),
  too_many_columns: aboutFile("too_many_columns"),
  too_many_rows: aboutFile("too_many_rows"),
  quote_not_closed: aboutFile("quote_not_closed"),
};
