import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PICTURE_GROUPINGS, type PictureGrouping, type PictureLine } from "~/domain/introduction/picture";
import { openIntroductionPicture } from "~/features/introductions/open-introduction-picture.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { EmptyState } from "~/ui/empty-state";
import { formatLanguage } from "~/ui/format";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { type Column, Table } from "~/ui/table";

export const handle: PageHandle = { title: "introductions:picture.title" };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await openIntroductionPicture(context.wiring, actor);
  if (!outcome.ok) throw new Response(null, { status: 403 });
  return outcome.value;
}

const FIGURES = ["proposed", "invited", "yes", "no", "silent", "places", "students"] as const;

export default function IntroductionPicture() {
  const { t } = useTranslation("introductions");
  const picture = useLoaderData<typeof loader>();
  return (
    <Page
      title={t("picture.title")}
      lead={t("picture.lead")}
      width="wide"
      back={{ to: "/coordinator/introductions", label: t("one.back") }}
    >
      {picture.family.length === 0 ? (
        <EmptyState title={t("desk.none")}>{t("desk.noneText")}</EmptyState>
      ) : (
        PICTURE_GROUPINGS.map((grouping) => (
          <Section key={grouping} title={t(`picture.by.${grouping}`)}>
            <PictureTable grouping={grouping} lines={picture[grouping]} />
          </Section>
        ))
      )}
    </Page>
  );
}

function PictureTable({ grouping, lines }: { grouping: PictureGrouping; lines: readonly PictureLine[] }) {
  const { t, i18n } = useTranslation("introductions");
  const nameOf = ({ label }: PictureLine) => {
    if (grouping === "language") return formatLanguage(label, i18n.language);
    return label || t("picture.unknownArea");
  };
  const columns: readonly Column<PictureLine>[] = [
    { key: "label", header: t(`picture.column.${grouping}`), cell: nameOf },
    ...FIGURES.map(
      (figure): Column<PictureLine> => ({
        key: figure,
        header: t(`picture.column.${figure}`),
        cell: (line) => line[figure],
        align: "end",
      }),
    ),
  ];
  return (
    <Table
      caption={t(`picture.by.${grouping}`)}
      columns={columns}
      rows={lines}
      rowKey={({ key }) => key}
      onPhone="figures"
    />
  );
}
