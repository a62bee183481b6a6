import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { RowOutcome } from "~/domain/imports/row-outcome";
import type { ContactFields } from "~/domain/outreach/contact";
import { cancelImport } from "~/features/imports/cancel-import.server";
import { listRejectedRows } from "~/features/imports/list-rejected-rows.server";
import { previewContacts } from "~/features/imports/preview-contacts.server";
import { runImport } from "~/features/imports/run-import.server";
import { addContact } from "~/features/outreach/add-contact.server";
import { forgetContact } from "~/features/outreach/forget-contact.server";
import { mergeContacts } from "~/features/outreach/merge-contacts.server";
import { openContact } from "~/features/outreach/open-contact.server";
import { writeNote } from "~/features/outreach/write-note.server";
import { createTestDatabase, type TestDatabase } from "../../support/database";
import { sql } from "../../support/sql";
import { createTestWiring, type TestWiring } from "../../support/wiring";
import { confirm, type ImportSchool, importFile, makeNeighbour, makeSchool, upload } from "./school";

let database: TestDatabase;
let wiring: TestWiring;
let school: ImportSchool;
let made = 0;

const HEAD = "Name,Company,Title,Email,Phone,Tags,Website,Notes";
const FILE = `${HEAD}
Ida Moe,Moe and Daughters,Owner,ida@moe.example,206 555 0110,clinic,moe.example,Met at the fair
Bo Li,Li Bikes,,,206 555 0111,bikes,,
"Moe, Ida",Moe and Daughters,,,206-555-0110,spring,,
Nobody,Nowhere,,not an address,,,,
`;

beforeEach(async () => {
  database ??= await createTestDatabase();
  wiring ??= createTestWiring(database);
  school = await makeSchool(database, `leads-${made++}`);
});
afterAll(async () => {
  await wiring.close();
  await database.drop();
});

const bringIn = (text: string, into = school) => importFile(wiring, into, text, "contacts");
const contacts = ({ coordinator } = school) =>
  sql<Record<string, unknown> & { id: string; revision: number }>(
    database,
    `select id, revision, full_name as name, organisation_name as organisation, title, mail, phone, tags, origin, origin_note, owner_id,
       (select string_agg(n.body, ' | ' order by n.body) from contact_notes n where n.contact_id = c.id) as notes
     from contacts c where school_id = $1 order by full_name, id`,
    [coordinator.schoolId],
  );
const acts = ({ coordinator } = school) =>
  sql<Record<string, string>>(
    database,
    "select transition, evidence, actor_kind, on_behalf_of from audit_log where school_id = $1 and noun = 'contact' order by id",
    [coordinator.schoolId],
  );
const preview = async (text: string, { into = school, show }: { into?: ImportSchool; show: RowOutcome }) => {
  const importId = await upload(wiring, into, text, "contacts");
  const found = await previewContacts(wiring, into.coordinator, { importId, show });
  if (!found.ok) throw new Error(found.reason);
  return found.value;
};
const typeIn = async (change: Partial<ContactFields> = {}) => {
  const contact: ContactFields = {
    ...{ fullName: "Ida Moe", title: "Founder", organisationName: "", mail: "ida@moe.example", phone: "" },
    ...{
      language: "es",
      tags: ["clinic"],
      ownerId: null,
      origin: "typed",
      originNote: "She told us",
      timeZone: "",
      ...change,
    },
  };
  const added = await addContact(wiring, school.coordinator, { contact });
  if (!added.ok) throw new Error(added.reason);
  return added.value.contactId;
};

describe("a file of contacts", () => {
  test("adds whom nobody has, puts rows about one person together, and says who brought it in from which file", async () => {
    const { importId, counts } = await bringIn(FILE);
    expect(counts).toMatchObject({ added: 2, changed: 1, rejected: 1 });
    const [bo, ida] = await contacts();
    expect(bo).toMatchObject({
      name: "Bo Li",
      mail: "",
      phone: "206 555 0111",
      tags: ["bikes"],
      origin: "import",
      notes: null,
    });
    expect(ida).toMatchObject({
      ...{
        name: "Ida Moe",
        organisation: "Moe and Daughters",
        title: "Owner",
        mail: "ida@moe.example",
        phone: "206 555 0110",
      },
      ...{
        tags: ["clinic", "spring"],
        origin: "import",
        origin_note: "moe.example",
        owner_id: null,
        notes: "Met at the fair",
      },
    });
    expect(await listRejectedRows(wiring, school.coordinator, { importId })).toMatchObject({
      value: { rows: [{ rowNo: 5, reasons: [{ code: "contact_unreachable" }] }] },
    });
    const { personId } = school.coordinator;
    const log = await acts();
    expect(log.map(({ transition, evidence }) => [transition, evidence ?? ""])).toEqual([
      ...[
        ["add", ""],
        ["add", ""],
        ["fill", "tags"],
      ],
    ]);
    expect(log.every((act) => act.actor_kind === "system" && act.on_behalf_of === personId)).toBe(true);
    const opened = await openContact(wiring, school.coordinator, { contactId: ida?.id ?? "" });
    expect(opened).toMatchObject({
      value: { files: [{ importId, fileName: "list.csv", broughtBy: expect.any(String) }] },
    });
    expect(await sql(database, "select id from imports where id = $1 and length(content) > 0", [importId])).toEqual([]);
  });

  test("a second time changes nothing, and writes nothing into the log", async () => {
    await bringIn(FILE);
    const [before, log] = [await contacts(), await acts()];
    expect((await bringIn(FILE)).counts).toMatchObject({ added: 0, changed: 0, unchanged: 3, rejected: 1 });
    expect(await contacts()).toEqual(before);
    expect(await acts()).toEqual(log);
  });

  test("leaves what a person wrote, fills its gaps, and the preview says both without writing", async () => {
    const contactId = await typeIn();
    const note = {
      contactId,
      noteId: crypto.randomUUID(),
      what: { is: "note" },
      on: null,
      body: "Prefers mornings",
    } as const;
    expect(await writeNote(wiring, school.coordinator, note)).toMatchObject({ ok: true });
    const before = await contacts();
    const shown = await preview(FILE, { show: "changed" });
    expect(shown.counts).toMatchObject({ total: 4, added: 1, changed: 2, rejected: 1, warned: 1 });
    expect(shown.rows[0]).toEqual({
      ...{ rowNo: 2, outcome: "changed", name: "Ida Moe", organisation: "Moe and Daughters" },
      gains: [
        { field: "organisationName", value: "Moe and Daughters" },
        { field: "phone", value: "206 555 0110" },
        { field: "note", value: "Met at the fair" },
      ],
      notes: [{ code: "kept_here", detail: { value: "Founder", cell: "Owner" } }],
    });
    expect(await contacts()).toEqual(before);
    const { importId } = await bringIn(FILE);
    const [row] = await sql(database, "select warnings from import_rows where import_id = $1 and row_no = 2", [
      importId,
    ]);
    expect(row).toEqual({ warnings: [{ code: "kept_here" }] });
    expect((await contacts()).find(({ id }) => id === contactId)).toMatchObject({
      ...{ title: "Founder", phone: "206 555 0110", origin: "typed", origin_note: "She told us", revision: 3 },
      notes: "Met at the fair | Prefers mornings",
    });
  });

  test("brings nobody back who asked to be forgotten, says nothing of them, and keeps nothing of the row", async () => {
    const contactId = await typeIn();
    expect(await forgetContact(wiring, school.coordinator, { contactId })).toMatchObject({ ok: true });
    const neighbour = await makeNeighbour(database, school, `near-leads-${made}`);
    for (const into of [school, neighbour]) {
      const [first] = (await preview(FILE.replace("ida@", "IDA@"), { into, show: "rejected" })).rows.filter(
        ({ rowNo }) => rowNo === 2,
      );
      expect(first).toMatchObject({ outcome: "rejected", notes: [{ code: "mail_silent" }] });
      const { importId, counts } = await bringIn(FILE, into);
      expect(counts.rejected).toBe(2);
      expect(
        await sql(database, "select 1 from contacts where mail = 'ida@moe.example' and school_id = $1", [
          into.coordinator.schoolId,
        ]),
      ).toEqual([]);
      const [row] = await sql<{ raw: string[] }>(
        database,
        "select raw from import_rows where import_id = $1 and row_no = 2",
        [importId],
      );
      expect(row?.raw.join("")).toBe("");
    }
  });

  test("two files at once and two workers on one add each contact once", async () => {
    const rows = Array.from({ length: 150 }, (_, row) => `Number ${row},Work,,n${row}@work.example,,,,`).join("\n");
    const [one, other] = [
      await upload(wiring, school, `${HEAD}\n${rows}\n`, "contacts"),
      await upload(wiring, school, `${HEAD}\n${rows}\n`, "contacts"),
    ];
    await confirm(wiring, school, one);
    await confirm(wiring, school, other);
    const typed = typeIn({ mail: "n149@work.example" }).catch(() => "kept already");
    const runs = [one, one, other].map((importId) => runImport(wiring, school.system, { importId }));
    const counts = (await Promise.all(runs)).map((run) => (run.ok ? run.value : null));
    await typed;
    expect(await contacts()).toHaveLength(150);
    expect((counts[0]?.rejected ?? 0) + (counts[2]?.rejected ?? 0)).toBe(0);
  });

  test("what a file said goes along when two contacts are made one, and with whoever is forgotten", async () => {
    const contactId = await typeIn({ fullName: "Moe", mail: "moe@else.example" });
    const { importId } = await bringIn(FILE);
    const ida = (await contacts()).find(({ name }) => name === "Ida Moe");
    const merge = { contactId, otherId: ida?.id ?? "", revision: 1, otherRevision: ida?.revision ?? 0 };
    expect(await mergeContacts(wiring, school.coordinator, merge)).toMatchObject({ ok: true });
    expect(await openContact(wiring, school.coordinator, { contactId })).toMatchObject({
      value: { files: [{ importId }] },
    });
    await forgetContact(wiring, school.coordinator, { contactId });
    expect(await sql(database, "select 1 from contact_imports where contact_id = $1", [contactId])).toEqual([]);
  });

  test("is seen and brought in by coordinators of its own school alone, and of its kind alone", async () => {
    const importId = await upload(wiring, school, FILE, "contacts");
    const stranger = await makeNeighbour(database, school, `far-leads-${made}`);
    expect(await previewContacts(wiring, stranger.coordinator, { importId })).toEqual({
      ok: false,
      reason: "not_found",
    });
    expect(await previewContacts(wiring, school.advisor, { importId })).toEqual({ ok: false, reason: "not_permitted" });
    const students = await upload(wiring, school, "number,name,grade\n1,Ana Lee,9\n", "students");
    expect(await previewContacts(wiring, school.coordinator, { importId: students })).toMatchObject({
      reason: "not_found",
    });
    const bare = await upload(wiring, school, "Company,City\nMoe,Springfield\n", "contacts");
    expect(await previewContacts(wiring, school.coordinator, { importId: bare })).toMatchObject({
      reason: "column_needed",
    });
    await cancelImport(wiring, school.coordinator, { importId });
    expect(await previewContacts(wiring, school.coordinator, { importId })).toMatchObject({ reason: "not_found" });
    expect(await sql(database, "select 1 from imports where id = $1 and length(content) > 0", [importId])).toEqual([]);
  });
});
