import type { LucideIcon } from "lucide-react";

export type Hair = "short" | "long" | "curly";
/** Where work is done: with things, outside, with papers, with one another, before others. */
export type WorkSceneId = "bench" | "outdoors" | "desk" | "together" | "stage";

interface SceneProps {
  hair: Hair;
  tool: LucideIcon;
}

/** One of five scenes on a field of 200 by 120, in the colours of the page, with the tool in the sun. */
export function WorkScene({ id, ...props }: SceneProps & { id: WorkSceneId }) {
  const Scene = SCENES[id];
  return <Scene {...props} />;
}

const SCENES = { bench: Bench, outdoors: Outdoors, desk: Desk, together: Together, stage: Stage } as const;

function Bench({ hair, tool }: SceneProps) {
  return (
    <>
      <InTheSun tool={tool} x={150} />
      <Person hair={hair} x={64} />
      <Arm d="M76 68c8 10 14 13 28 15" />
      <path d="M98 88h94M108 88v24M182 88v24" className="stroke-accent" />
      <Floor />
    </>
  );
}

function Outdoors({ hair, tool }: SceneProps) {
  return (
    <>
      <path d="M4 112c30-34 66-40 96-14 22-20 62-22 96 14Z" className="fill-accent-soft stroke-none" />
      <InTheSun tool={tool} x={148} />
      <path d="M22 112V78" />
      <circle cx="22" cy="64" r="18" className="fill-accent-soft stroke-accent" />
      <Person hair={hair} x={78} />
      <Arm d="M90 70c10 6 16 4 26-6" />
      <path d="M132 112v-8M140 112v-12M148 112v-7M178 112v-10M186 112v-6" className="stroke-accent" />
      <Floor />
    </>
  );
}

function Desk({ hair, tool }: SceneProps) {
  return (
    <>
      <InTheSun tool={tool} x={150} />
      <Person hair={hair} x={58} />
      <path d="M20 112V70M20 92h16" className="stroke-accent" />
      <Arm d="M70 68c6 10 12 13 24 14" />
      <path d="M86 86l6-22h26l-6 22Z" className="fill-surface" />
      <path d="M40 88h152M52 88v24M182 88v24" className="stroke-accent" />
      <Floor />
    </>
  );
}

function Together({ hair, tool }: SceneProps) {
  return (
    <>
      <InTheSun tool={tool} x={100} />
      <Person hair={hair} x={36} />
      <Person hair={hair === "long" ? "short" : "long"} x={164} guest />
      <Arm d="M48 70c8 12 16 16 32 16" />
      <Arm d="M152 70c-8 12-16 16-32 16" guest />
      <Floor />
    </>
  );
}

function Stage({ hair, tool }: SceneProps) {
  return (
    <>
      <InTheSun tool={tool} x={136} />
      <g transform="translate(0 -7)">
        <Person hair={hair} x={58} />
        <Arm d="M70 70c10 2 18-4 26-14" />
      </g>
      <path d="M20 105h92v7H20Z" className="fill-sun" />
      <path
        d="M118 112c0-16 20-16 20 0M144 112c0-16 20-16 20 0M170 112c0-16 20-16 20 0"
        className="fill-accent-soft stroke-accent"
      />
      <Floor />
    </>
  );
}

function InTheSun({ tool: Tool, x }: { tool: LucideIcon; x: number }) {
  return (
    <>
      <circle cx={x} cy="44" r="34" className="fill-sun stroke-none" />
      <Tool x={x - 26} y="18" width="52" height="52" strokeWidth={1.7} />
    </>
  );
}

const HAIR_PATHS: Readonly<Record<Hair, string>> = {
  short: "M-15 33c0-22 30-22 30 0-5-8-10-9-15-9s-10 2-15 9Z",
  long: "M-18 54c-2-18-2-40 18-40s20 22 18 40c-6 0-7-10-6-22-6-2-10-4-12-8-2 4-6 6-12 8 1 12 0 22-6 22Z",
  curly: "M-16 32c-7-4-5-12 1-13 0-7 9-9 12-4 4-5 13-3 13 3 7 1 8 10 5 14-4-7-9-8-15-8s-11 2-16 8Z",
};

/** Somebody who stands at `x`; a guest is the one whom somebody works for. */
function Person({ hair, x, guest = false }: { hair: Hair; x: number; guest?: boolean }) {
  return (
    <g transform={`translate(${x} 0)`}>
      <path d="M-20 112V74c0-14 8-22 20-22s20 8 20 22v38Z" className={guest ? "fill-surface" : "fill-accent"} />
      <circle cy="34" r="15" className="fill-surface" />
      <path d={HAIR_PATHS[hair]} className="fill-ink" />
    </g>
  );
}

function Arm({ d, guest = false }: { d: string; guest?: boolean }) {
  return (
    <>
      <path d={d} strokeWidth="9" />
      <path d={d} className={guest ? "stroke-surface" : "stroke-accent"} strokeWidth="4" />
    </>
  );
}

function Floor() {
  return <path d="M6 112h188" className="stroke-accent" strokeWidth="4" />;
}
