import { useTranslation } from "react-i18next";
import { Row } from "~/ui/card";
import { PursuitBadge } from "~/ui/pursuit-badge";
import { useText } from "~/ui/use-text";

interface Pursuit {
  id: string;
  state: string;
  title: string;
  organisation: string;
  kind: string;
  isWithAdvisor: boolean;
}

/** One pursuit of the student's own: where it stands, and what comes next. */
export function PursuitRow({ pursuit }: { pursuit: Pursuit }) {
  const { t } = useTranslation("pursuits");
  const text = useText();
  return (
    <Row
      to={`/student/pursuits/${pursuit.id}`}
      title={pursuit.title}
      detail={`${t("student.at", { organisation: pursuit.organisation })} · ${text(`pursuits:kind.${pursuit.kind}` as "pursuits:kind.internship")}`}
      status={<PursuitBadge state={pursuit.state} />}
    >
      <p>
        {text(`pursuits:next.${pursuit.isWithAdvisor ? "withAdvisor" : pursuit.state}` as "pursuits:next.requested")}
      </p>
    </Row>
  );
}
