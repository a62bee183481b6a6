import type { ReactNode } from "react";

/** Facts of one thing, name and value; rows whose value is empty are left out. */
export function DescriptionList({ rows }: { rows: readonly { name: ReactNode; value: ReactNode; key?: string }[] }) {
  const filled = rows.filter(({ value }) => value !== null && value !== undefined && value !== "" && value !== false);
  return (
    <dl className="divide-y divide-line border-y border-line">
      {filled.map(({ name, value, key }, place) => (
        <div key={key ?? place} className="gap-x-6 py-3 sm:grid sm:grid-cols-[minmax(9rem,1fr)_3fr]">
          <dt className="text-ink-soft">{name}</dt>
          <dd className="min-w-0">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
