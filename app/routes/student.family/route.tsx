import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { type FamilySightRefusal, letFamilySee } from "~/features/people/let-family-see.server";
import { listOwnFamily } from "~/features/people/list-own-family.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, type Refusals, refuse } from "~/http/refuse.server";
import { requireStudent } from "~/http/require-actor.server";
import { RowList } from "~/ui/card";
import { EmptyState } from "~/ui/empty-state";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { FamilyRow } from "./family-row";

export const handle: PageHandle = { title: "consent:family.title" };

const Choice = z.object({ linkId: z.uuid(), sight: z.enum(["show", "hide"]) });

const REFUSALS: Refusals<FamilySightRefusal> = {
  not_permitted: { status: 403, key: "consent:family.fault.not_permitted" },
  not_found: NOT_FOUND,
  not_of_age: { status: 409, key: "consent:family.fault.not_of_age" },
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireStudent(request, context);
  const outcome = await listOwnFamily(context.wiring, actor);
  if (!outcome.ok) throw new Response(null, { status: 403 });
  return outcome.value;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireStudent(request, context);
  const form = await parseForm(request, Choice, context);
  if (!form.ok) return form.reply;
  const outcome = await letFamilySee(context.wiring, actor, form.value);
  if (!outcome.ok) return refuse(context, outcome, REFUSALS, form.typed);
  const isShown = form.value.sight === "show";
  return redirectWithToast("/student/family", isShown ? "consent:toast.familyShown" : "consent:toast.familyHidden");
}

export default function OwnFamily() {
  const { t } = useTranslation("consent");
  const { decidesAlone, family } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page
      title={t("family.title")}
      lead={t(decidesAlone ? "family.lead" : "family.leadBefore")}
      back={{ to: "/student", label: t("family.back") }}
    >
      {decidesAlone && family.length === 0 && <EmptyState title={t("family.noneTitle")}>{t("family.none")}</EmptyState>}
      {family.length > 0 && (
        <RowList label={t("family.title")}>
          {family.map((adult) => (
            <FamilyRow
              key={adult.linkId}
              adult={adult}
              reply={reply?.values?.linkId === adult.linkId ? reply : undefined}
            />
          ))}
        </RowList>
      )}
    </Page>
  );
}
