import { useTranslation } from "react-i18next";
import { formatDay, formatNames } from "./format";
import { Notice } from "./notice";

interface EndorsementNoteProps {
  endorsement: {
    state: "open" | "met" | "waived";
    note: string;
    on: string | null;
    by: string | null;
    isAdvisors: boolean;
    advisors: readonly string[];
  };
}

/** What the student's advisor said of the request, or for whom it still waits. */
export function EndorsementNote({ endorsement }: EndorsementNoteProps) {
  const { t, i18n } = useTranslation("pursuits");
  const { state, note, on, by, isAdvisors, advisors } = endorsement;
  const word = state === "met" || isAdvisors ? state : by ? "without" : "withoutAnyone";
  const names = formatNames(advisors, i18n.language);
  return (
    <Notice tone={state === "met" ? "go" : "wait"} title={t("case.endorsement.title")}>
      <p>
        {state === "open"
          ? names
            ? t("case.endorsement.open", { names })
            : t("case.endorsement.nobody")
          : [t(`case.endorsement.${word}`, { name: by ?? "" }), on && formatDay(on, i18n.language)]
              .filter(Boolean)
              .join(" · ")}
      </p>
      {note && <p className="whitespace-pre-line">{note}</p>}
    </Notice>
  );
}
