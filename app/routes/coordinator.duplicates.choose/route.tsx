import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { Search } from "lucide-react";
import { useTranslation } from "react-i18next";
import { UUID } from "~/domain/uuid";
import { findToMerge } from "~/features/merges/find-to-merge.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { Button } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { controlLook } from "~/ui/field";
import { formatNames } from "~/ui/format";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { TextLink } from "~/ui/text-link";

export const handle: PageHandle = { title: "merges:choose.title" };

const NOUNS = ["organisations", "mentors", "people", "students", "staff"] as const;
/** Where two of a noun are looked at side by side. */
const PATHS = {
  organisations: "",
  mentors: "mentors/",
  people: "people/",
  students: "students/",
  staff: "staff/",
} as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const asked = new URL(request.url).searchParams;
  const noun = NOUNS.find((each) => each === asked.get("of")) ?? "organisations";
  const one = asked.get("one") ?? "";
  const words = (asked.get("q") ?? "").slice(0, 100);
  const outcome = await findToMerge(context.wiring, actor, { noun, words, oneId: UUID.test(one) ? one : null });
  if (!outcome.ok) throw new Response(null, { status: 403 });
  return { ...outcome.value, noun, words };
}

/** Two that nothing finds alike, found by somebody who knows better: first the one that stays, then the other, often by the same words. */
export default function ChooseTwo() {
  const { t, i18n } = useTranslation("merges");
  const { noun, words, one, found, hasMore } = useLoaderData<typeof loader>();
  const label = one ? t("choose.other", { kept: one.name }) : t("choose.kept");
  const to = (id: string) =>
    one
      ? `/coordinator/duplicates/${PATHS[noun]}${one.id}/with/${id}`
      : `/coordinator/duplicates/choose?${new URLSearchParams({ of: noun, one: id, ...(words && { q: words }) })}`;
  return (
    <Page
      title={t("choose.title")}
      lead={t(`choose.lead.${noun}`)}
      back={{ to: "/coordinator/duplicates", label: t("title") }}
    >
      <h2>{label}</h2>
      {one && (
        <p>
          <TextLink to={`/coordinator/duplicates/choose?of=${noun}`}>{t("choose.again")}</TextLink>
        </p>
      )}
      <Form method="get" role="search" className="flex flex-wrap items-end gap-3">
        <input type="hidden" name="of" value={noun} />
        {one && <input type="hidden" name="one" value={one.id} />}
        <div className="min-w-0 flex-1 basis-64">
          <label htmlFor="q" className="block font-semibold">
            {t("choose.search")}
          </label>
          <input
            key={`${one?.id} ${words}`}
            id="q"
            name="q"
            type="search"
            maxLength={100}
            autoComplete="off"
            defaultValue={words}
            className={`${controlLook} mt-1.5`}
          />
        </div>
        <Button icon={Search}>{t("choose.find")}</Button>
      </Form>
      {found.length === 0 ? (
        <p>{t("choose.none")}</p>
      ) : (
        <RowList label={label}>
          {found.map(({ id, name, beside }) => (
            <Row key={id} to={to(id)} title={name} detail={formatNames(beside, i18n.language)} />
          ))}
        </RowList>
      )}
      {hasMore && <p className="text-ink-soft">{t("choose.more")}</p>}
    </Page>
  );
}
