import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ApartNoun } from "~/domain/merge/apart";
import { Button, LinkButton } from "./button";
import { Form } from "./form";
import type { FormReply } from "./form-reply";
import { type MergeCountKind, MergeCounts } from "./merge-counts";
import { Notice } from "./notice";
import { Page } from "./page";
import { SayApartButton } from "./say-apart-button";
import { Table } from "./table";

interface MergePageProps {
  noun: ApartNoun;
  title: string;
  lead: string;
  kept: { id: string; seal: string };
  other: { id: string; seal: string };
  /** Both field by field; a field of which neither says anything is left out. */
  fields: { key: string; name: string; kept: string; other: string }[];
  counts: Partial<Record<MergeCountKind, number>>;
  elsewhere?: string;
  /** Why they stay two, and whether the other way round they would not. */
  fault: { text: string; mayBeSwapped: boolean } | null;
  /** Who reads more than before. */
  reads?: ReactNode;
  reply: FormReply | null | undefined;
  /** What staff choose. */
  children?: ReactNode;
  sure: string;
  press: string;
  swapTo: string;
}

/** Two of any noun side by side, what comes over, who reads more then, and the button; or why the two stay two. */
export function MergePage(props: MergePageProps) {
  const { noun, title, lead, kept, other, counts, elsewhere, fault, reads, reply, children, sure, press, swapTo } =
    props;
  const { t } = useTranslation("merges");
  return (
    <Page title={title} lead={lead} width="wide" back={{ to: "/coordinator/duplicates", label: t("title") }}>
      <BothSides fields={props.fields} />
      <section className="space-y-3">
        <h2>{t("preview.comes")}</h2>
        <MergeCounts counts={counts} />
        {elsewhere && <p className="text-ink-soft">{elsewhere}</p>}
      </section>
      {fault ? (
        <Notice tone="wait">
          <p>{fault.text}</p>
          {fault.mayBeSwapped && (
            <p className="mt-3">
              <LinkButton to={swapTo}>{t("preview.swap")}</LinkButton>
            </p>
          )}
        </Notice>
      ) : (
        <>
          {reads}
          <Form reply={reply}>
            <input type="hidden" name="seal" value={kept.seal} />
            <input type="hidden" name="otherSeal" value={other.seal} />
            {children}
            <p>{sure}</p>
            <div className="flex flex-wrap gap-3">
              <Button look="primary" pendingText={t("preview.doing")}>
                {press}
              </Button>
              <LinkButton to={swapTo}>{t("preview.swap")}</LinkButton>
            </div>
          </Form>
        </>
      )}
      <SayApartButton noun={noun} oneId={kept.id} otherId={other.id} />
    </Page>
  );
}

function BothSides({ fields }: Pick<MergePageProps, "fields">) {
  const { t } = useTranslation("merges");
  return (
    <Table
      caption={t("preview.caption")}
      rows={fields.filter(({ kept, other }) => kept !== "" || other !== "")}
      rowKey={({ key }) => key}
      columns={[
        { key: "field", header: t("preview.what"), cell: ({ name }) => name },
        { key: "kept", header: t("preview.stays"), cell: ({ kept }) => kept || "–" },
        { key: "other", header: t("preview.goes"), cell: ({ other }) => other || "–" },
      ]}
    />
  );
}
