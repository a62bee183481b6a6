import { useTranslation } from "react-i18next";
import { DescriptionList } from "~/ui/description-list";
import { PhoneLink } from "~/ui/phone-link";
import { TextLink } from "~/ui/text-link";
import type { ShownIntroduction } from "./describe-introduction.server";

/** What was told about somebody who was introduced, by whom, and what came of it. */
export function IntroductionFacts({ data }: { data: ShownIntroduction }) {
  const { t, i18n } = useTranslation("introductions");
  const names = new Intl.ListFormat(i18n.language).format(data.kinship?.students ?? []);
  const kin = data.kinship && t(`one.kin.${data.kinship.is}`, { names });
  return (
    <DescriptionList
      rows={[
        { name: t("one.does"), value: data.does },
        {
          name: t("one.reach"),
          value: (data.mail || data.phone) && (
            <>
              {data.mail}
              {data.mail && data.phone && " · "}
              <PhoneLink phone={data.phone} />
            </>
          ),
        },
        {
          name: t("one.proposer"),
          value: `${data.proposer} · ${data.isNamed ? t("one.namedYes") : t("one.namedNo")}`,
        },
        { name: t("one.recorded"), value: data.recordedBy },
        { name: t("one.how"), value: data.how },
        { name: t("one.for"), value: data.forStudent },
        { name: t("one.relative"), value: data.isRelative && (kin ?? t("one.kin.nobody")) },
        {
          name: t("one.known"),
          value: data.known && t(data.known.organisations ? "one.knownAt" : "one.knownMentor", data.known),
        },
        { name: t("one.organisation"), value: data.organisation },
        { name: t("one.work"), value: data.host?.title },
        { name: t("one.offer"), value: data.host?.open_offer },
        {
          name: t("one.placement"),
          value: data.host?.listing_id && (
            <TextLink to={`/coordinator/listings/${data.host.listing_id}`}>{data.host.placement_title}</TextLink>
          ),
        },
        { name: t("one.note"), value: data.note },
      ]}
    />
  );
}
