import { useTranslation } from "react-i18next";
import { Button } from "./button";
import { Form } from "./form";
import { Notice } from "./notice";

interface SincePlanProps {
  /** Decisions since the plan was made that the page counts in, and those that only a new plan can. */
  since: { counted: number; left: number };
}

/** How many decisions were made since the plan on the board, in exact numbers, and the way to a new plan; nothing where there are none. */
export function SincePlan({ since: { counted, left } }: SincePlanProps) {
  const { t } = useTranslation(["plans", "matching"]);
  if (counted + left === 0) return null;
  return (
    <Notice tone={left > 0 ? "wait" : "info"} actions={left > 0 && <NewPlan label={t("matching:board.run")} />}>
      {counted > 0 && <p>{t("since.counted", { count: counted })}</p>}
      {left > 0 && <p>{t("since.left", { count: left })}</p>}
    </Notice>
  );
}

function NewPlan({ label }: { label: string }) {
  return (
    <Form action="/coordinator/matches?index">
      <Button name="intent" value="run">
        {label}
      </Button>
    </Form>
  );
}
