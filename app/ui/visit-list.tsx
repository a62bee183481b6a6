import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Row, RowList } from "./card";
import { formatMomentSpan } from "./format";
import { Badge } from "./status";
import type { Tone } from "./tone";
import { useText } from "./use-text";

export interface VisitLine {
  id: string;
  kind: string;
  state: string;
  starts_at: string | null;
  ends_at: string | null;
  place: string;
}

const TONES: Record<string, Tone> = { proposed: "wait", dated: "go", done: "go", missed: "stop", cancelled: "info" };

interface VisitListProps<Line extends VisitLine> {
  visits: readonly Line[];
  timeZone: string;
  label: string;
  /** More about a visit, and what the reader can do with it. */
  children?: (visit: Line) => ReactNode;
}

/** Interviews and shadow days: when, where, and how each stands. */
export function VisitList<Line extends VisitLine>({ visits, timeZone, label, children }: VisitListProps<Line>) {
  const { i18n } = useTranslation("pursuits");
  const text = useText();
  return (
    <RowList label={label}>
      {visits.map((visit) => (
        <Row
          key={visit.id}
          title={text(`pursuits:kind.${visit.kind}` as "pursuits:kind.shadow_day")}
          status={
            <Badge tone={TONES[visit.state] ?? "info"}>
              {text(`pursuits:visit.state.${visit.state}` as "pursuits:visit.state.dated")}
            </Badge>
          }
          detail={
            visit.starts_at &&
            visit.ends_at &&
            formatMomentSpan(visit.starts_at, visit.ends_at, { language: i18n.language, zone: timeZone })
          }
        >
          {visit.place && <p className="whitespace-pre-line">{visit.place}</p>}
          {children?.(visit)}
        </Row>
      ))}
    </RowList>
  );
}
