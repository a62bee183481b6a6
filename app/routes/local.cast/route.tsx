import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { endSession } from "~/features/accounts/end-session.server";
import { type CastLine, listCast } from "~/features/accounts/list-cast.server";
import { signInAsCast } from "~/features/accounts/sign-in-as-cast.server";
import { nameDevice } from "~/http/device.server";
import { enterSession } from "~/http/enter-session.server";
import { requireLocal } from "~/http/local-only.server";
import { parseForm } from "~/http/parse-form.server";
import { NOT_FOUND, refuse } from "~/http/refuse.server";
import { readSession } from "~/http/session.server";
import { Button } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { EmptyState } from "~/ui/empty-state";
import { Form } from "~/ui/form";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { title: "account:cast.title" };

const CastForm = z.object({ key: z.string().max(60) });

export async function loader({ context }: LoaderFunctionArgs) {
  requireLocal(context);
  return { groups: await listCast(context.wiring) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  requireLocal(context);
  const form = await parseForm(request, CastForm, context);
  if (!form.ok) return form.reply;
  const before = await readSession(request, context);
  if (before) await endSession(context.wiring, before, { sessionId: before.sessionId });
  const outcome = await signInAsCast(context.wiring, { key: form.value.key, device: nameDevice(request) });
  return outcome.ok
    ? enterSession(context, { ...outcome.value, returnTo: "/home" })
    : refuse(context, outcome, { not_found: NOT_FOUND });
}

export default function Cast() {
  const { t } = useTranslation("account");
  const { groups } = useLoaderData<typeof loader>();
  return (
    <Page title={t("cast.title")} lead={t("cast.lead")}>
      {groups.length === 0 && <EmptyState title={t("cast.nobody")} />}
      {groups.map(({ place, people }) => (
        <Section key={place} title={place || t("cast.mentors")}>
          <RowList>
            {people.map((person) => (
              <Person key={person.key} person={person} />
            ))}
          </RowList>
        </Section>
      ))}
      <p className="text-ink-soft">{t("cast.onlyLocal")}</p>
    </Page>
  );
}

/** The note is the sample's own text, in the language it was written in. */
function Person({ person: { key, name, role, note, organisation } }: { person: CastLine }) {
  const { t } = useTranslation(["account", "common"]);
  const place = [t(`common:role.${role as "student"}`), organisation].filter(Boolean).join(", ");
  return (
    <Row
      title={name}
      detail={place}
      actions={
        <Form className="">
          <Button name="key" value={key}>
            {t("cast.signInAs", { name })}
          </Button>
        </Form>
      }
    >
      <p lang="en">{note}</p>
    </Row>
  );
}
