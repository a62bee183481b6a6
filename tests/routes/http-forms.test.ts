import { expect, test } from "vitest";
import { z } from "zod";
import { type FormReply, parseForm } from "~/http/parse-form.server";

const context = { language: "en" } as Parameters<typeof parseForm>[2];

function formRequest(body: string | FormData): Request {
  const headers = typeof body === "string" ? { "content-type": "application/x-www-form-urlencoded" } : undefined;
  return new Request("http://localhost/", { method: "POST", body, headers });
}

const Placement = z.object({
  title: z.string().trim().min(1).max(20),
  note: z.string(),
  seats: z.coerce.number().int().min(1).max(9),
  weekdays: z.array(z.coerce.number().int().min(1).max(7)).min(1),
  starts: z.iso.date().optional(),
  kind: z.enum(["internship", "shadow_day"]),
});
const GOOD = "title=+Vet+helper&note=&seats=2&weekdays=4&starts=&kind=internship";

async function faultsOf(body: string): Promise<FormReply> {
  const form = await parseForm(formRequest(body), Placement, context);
  if (form.ok) throw new Error("the form was accepted");
  expect(form.reply.status).toBe(422);
  return form.reply.json() as Promise<FormReply>;
}

test("a form becomes the value of its schema", async () => {
  const form = await parseForm(formRequest(GOOD), Placement, context);
  expect(form).toMatchObject({
    ok: true,
    value: { title: "Vet helper", note: "", seats: 2, weekdays: [4], kind: "internship" },
    typed: { title: " Vet helper", weekdays: ["4"], seats: "2" },
  });
});

test("what was typed into a secret field never comes back, whatever was at fault", async () => {
  const form = await parseForm(formRequest(GOOD.replace("Vet+helper", "sk_live_1234&seats=no")), Placement, context, {
    secret: ["title"],
  });
  if (form.ok) throw new Error("the form was accepted");
  expect(await form.reply.text()).not.toContain("sk_live");
});

test("each fault has a sentence beside its field, and everything typed comes back", async () => {
  const reply = await faultsOf(`title=${"x".repeat(21)}&note=hello&seats=many&starts=soon&kind=job`);
  expect(reply).toEqual({
    ok: false,
    errors: {
      title: "This is too long. Use 20 characters or fewer.",
      seats: "Please give a number, such as 12.",
      weekdays: "Choose at least one.",
      starts: "Please give a day, such as 2027-03-09.",
      kind: "Please choose one from the list.",
    },
    values: { title: "x".repeat(21), note: "hello", seats: "many", starts: "soon", kind: "job" },
  });
});

test("an empty number is missing, not zero", async () => {
  expect((await faultsOf(GOOD.replace("seats=2", "seats="))).errors).toEqual({ seats: "Please fill this in." });
});

test("a field sent twice, a NUL and half a character are faults of that field", async () => {
  expect((await faultsOf(`${GOOD}&title=two`)).errors.title).toContain("more than once");
  expect((await faultsOf(GOOD.replace("+Vet", "%00"))).errors.title).toContain("cannot store");
  expect((await faultsOf(GOOD.replace("note=", `note=${"n".repeat(20_001)}`))).errors.note).toContain("too long");
});

test("a schema may bring a sentence of its own by key", async () => {
  const Code = z.object({ code: z.string().regex(/^\d{6}$/, "account:code.shape") });
  const form = await parseForm(formRequest("code=12"), Code, context);
  expect(!form.ok && (await form.reply.json())).toMatchObject({ errors: { code: "The code has six numbers." } });
});

test("a union of forms finds the fields of each of them", async () => {
  const Choice = z.discriminatedUnion("intent", [
    z.object({ intent: z.literal("approve"), ids: z.array(z.string()) }),
    z.object({ intent: z.literal("decline"), why: z.string().min(1) }),
  ]);
  const ids = await parseForm(formRequest("intent=approve&ids=a&ids=b"), Choice, context);
  expect(ids).toMatchObject({ ok: true, value: { intent: "approve", ids: ["a", "b"] } });
  const other = await parseForm(formRequest("intent=fly"), Choice, context);
  expect(!other.ok && Object.keys(((await other.reply.json()) as FormReply).errors)).toEqual(["intent"]);
});

test("a file arrives as a file, and no file counts as none", async () => {
  const Upload = z.object({ file: z.instanceof(File) });
  const body = new FormData();
  body.set("file", new File(["a,b"], "rows.csv", { type: "text/csv" }));
  const form = await parseForm(formRequest(body), Upload, context);
  expect(form.ok && (await form.value.file.text())).toBe("a,b");
  body.set("file", new File([], ""));
  const none = await parseForm(formRequest(body), Upload, context);
  expect(!none.ok && (await none.reply.json())).toMatchObject({ errors: { file: "Please fill this in." } });
});

test("a body that is no form answers 400", async () => {
  const request = new Request("http://localhost/", {
    method: "POST",
    body: "{}",
    headers: { "content-type": "application/json" },
  });
  await expect(parseForm(request, Placement, context)).rejects.toMatchObject({ status: 400 });
});
