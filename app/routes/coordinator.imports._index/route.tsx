import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { IMPORT_KINDS } from "~/domain/imports/kind";
import { listImports } from "~/features/imports/list-imports.server";
import { startImport } from "~/features/imports/start-import.server";
import { parseForm } from "~/http/parse-form.server";
import { refuse } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { ImportList } from "./import-list";
import { START_REFUSALS } from "./refusals.server";
import { UploadForm } from "./upload-form";

export const handle: PageHandle = { title: "imports:list.title" };

const Upload = z.object({
  kind: z.enum(IMPORT_KINDS),
  file: z.instanceof(File, { message: "imports:fault.file_missing" }),
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await listImports(context.wiring, actor);
  if (!outcome.ok) throw new Response(null, { status: 403 });
  return outcome.value;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const form = await parseForm(request, Upload, context);
  if (!form.ok) return form.reply;
  const { kind, file } = form.value;
  const content = new Uint8Array(await file.arrayBuffer());
  const outcome = await startImport(context.wiring, actor, { kind, fileName: file.name, content });
  return outcome.ok
    ? redirect(`/coordinator/imports/${outcome.value.importId}`)
    : refuse(context, outcome, START_REFUSALS);
}

export default function Imports() {
  const { t } = useTranslation("imports");
  const { imports, timeZone } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const [asked] = useSearchParams();
  const kind = IMPORT_KINDS.find((one) => one === asked.get("kind")) ?? "placements";
  return (
    <Page title={t("list.title")} lead={t("list.lead")}>
      <Section title={t("list.uploadTitle")}>
        <UploadForm kind={kind} reply={reply} />
      </Section>
      <Section title={t("list.earlier")}>
        <ImportList imports={imports} timeZone={timeZone} />
      </Section>
    </Page>
  );
}
