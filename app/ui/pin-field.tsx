import { type KeyboardEvent, type PointerEvent, useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { controlLook } from "./field";
import { useFieldIds, useFieldReply } from "./form-reply";
import { metresFrom, type Pin, pinAt } from "./pin-plane";

interface PinFieldProps {
  /** Names of the two fields the form sends, in degrees. */
  names?: { latitude: string; longitude: string };
  label: string;
  hint?: string;
  /** The middle of the plane, such as the school. */
  centre: Pin;
  centreLabel: string;
  defaultPin?: Pin | undefined;
  /** Metres from the middle to the edge. */
  reach?: number;
}

/** Metres an arrow key moves the pin; with Shift ten times as far. */
const NUDGE = 50;
const arrows: Record<string, { east: number; north: number }> = {
  ArrowUp: { east: 0, north: 1 },
  ArrowDown: { east: 0, north: -1 },
  ArrowLeft: { east: -1, north: 0 },
  ArrowRight: { east: 1, north: 0 },
};

/**
 * A place on a plane around a known point, north up, without map tiles: a click sets the pin, arrow keys move it, and
 * the two inputs take or show degrees. Without scripts the inputs alone do the work.
 */
export function PinField({
  names = { latitude: "latitude", longitude: "longitude" },
  label,
  hint,
  centre,
  centreLabel,
  defaultPin,
  reach = 6_000,
}: PinFieldProps) {
  const { t } = useTranslation();
  const hintId = useId();
  const reply = { latitude: useFieldReply(names.latitude), longitude: useFieldReply(names.longitude) };
  const [texts, setTexts] = useState({
    latitude: String(reply.latitude.typed ?? defaultPin?.latitude ?? ""),
    longitude: String(reply.longitude.typed ?? defaultPin?.longitude ?? ""),
  });
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  const pin =
    texts.latitude.trim() && texts.longitude.trim()
      ? { latitude: Number(texts.latitude), longitude: Number(texts.longitude) }
      : null;
  const fieldId = useFieldIds();
  const place = pin && Number.isFinite(pin.latitude + pin.longitude) ? metresFrom(centre, pin) : null;
  const put = (metres: { east: number; north: number }) => {
    const next = pinAt(centre, metres);
    setTexts({ latitude: String(next.latitude), longitude: String(next.longitude) });
  };
  return (
    <fieldset>
      <legend className="font-semibold">{label}</legend>
      {hint && (
        <p id={hintId} className="text-ink-soft">
          {hint}
        </p>
      )}
      {scripted && <Plane {...{ place, reach, put, centreLabel, label }} />}
      <div className="mt-3 grid grid-cols-2 gap-4">
        {(["latitude", "longitude"] as const).map((axis) => (
          <div key={axis}>
            <label htmlFor={fieldId(names[axis])}>{t(`pin.${axis}`)}</label>
            <input
              id={fieldId(names[axis])}
              name={names[axis]}
              inputMode="decimal"
              autoComplete="off"
              value={texts[axis]}
              onChange={(event) => setTexts({ ...texts, [axis]: event.target.value })}
              aria-invalid={reply[axis].error ? true : undefined}
              aria-describedby={hint && hintId}
              className={controlLook}
            />
            {reply[axis].error && <p className="font-semibold text-stop">{reply[axis].error}</p>}
          </div>
        ))}
      </div>
    </fieldset>
  );
}

interface PlaneProps {
  /** The pin in metres east and north of the middle. */
  place: { east: number; north: number } | null;
  reach: number;
  put: (metres: { east: number; north: number }) => void;
  label: string;
  centreLabel: string;
}

function Plane({ place, reach, put, label, centreLabel }: PlaneProps) {
  const { t } = useTranslation();
  const onPointer = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    put({
      east: ((event.clientX - box.left) / box.width - 0.5) * 2 * reach,
      north: (0.5 - (event.clientY - box.top) / box.height) * 2 * reach,
    });
  };
  const onKey = (event: KeyboardEvent<SVGSVGElement>) => {
    const step = arrows[event.key];
    if (!step) return;
    event.preventDefault();
    const metres = NUDGE * (event.shiftKey ? 10 : 1);
    const from = place ?? { east: 0, north: 0 };
    put({ east: from.east + step.east * metres, north: from.north + step.north * metres });
  };
  const rings = [1, 2, 3].map((part) => (part / 3) * 100);
  return (
    <svg
      viewBox="-104 -104 208 208"
      role="application"
      aria-label={`${label}. ${t("pin.keys")}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keys
      tabIndex={0}
      onPointerDown={onPointer}
      onKeyDown={onKey}
      className="mt-3 block aspect-square w-full max-w-sm cursor-crosshair touch-manipulation rounded-md border border-line-strong bg-sunken"
    >
      {rings.map((radius) => (
        <circle
          key={radius}
          r={radius}
          fill="none"
          className="stroke-line-strong"
          strokeWidth="0.4"
          strokeDasharray="2 2"
        />
      ))}
      <path d="M-104 0H104M0-104V104" className="stroke-line" strokeWidth="0.5" />
      <text y="-94" textAnchor="middle" className="fill-ink-soft" fontSize="8">
        {t("pin.north")}
      </text>
      <text x="99" y="-2" textAnchor="end" className="fill-ink-soft" fontSize="7">
        {t("pin.reach", { kilometres: reach / 1000 })}
      </text>
      <rect x="-3" y="-3" width="6" height="6" className="fill-ink" />
      <text y="12" textAnchor="middle" className="fill-ink" fontSize="7.5">
        {centreLabel}
      </text>
      {place && (
        <g transform={`translate(${(place.east / reach) * 100} ${(-place.north / reach) * 100})`}>
          <path
            d="M0 0C-3-6-7-9-7-14a7 7 0 0 1 14 0c0 5-4 8-7 14Z"
            className="fill-accent stroke-surface"
            strokeWidth="1"
          />
          <circle cy="-14" r="2.5" className="fill-surface" />
        </g>
      )}
    </svg>
  );
}
