import type { LucideIcon } from "lucide-react";
import * as icon from "lucide-react";
import { type Hair, WorkScene, type WorkSceneId } from "./work-scene";

/** What somebody works with and where, by interest. */
const WORK: Readonly<Record<string, readonly [tool: LucideIcon, scene: WorkSceneId]>> = {
  animals: [icon.PawPrint, "outdoors"],
  gardening: [icon.Sprout, "outdoors"],
  nature: [icon.Trees, "outdoors"],
  building: [icon.Hammer, "bench"],
  repair: [icon.Wrench, "bench"],
  crafts: [icon.Scissors, "bench"],
  transport: [icon.Bike, "outdoors"],
  sports: [icon.Dumbbell, "outdoors"],
  safety: [icon.LifeBuoy, "outdoors"],
  science: [icon.FlaskConical, "bench"],
  math: [icon.Calculator, "desk"],
  computers: [icon.Laptop, "desk"],
  robotics: [icon.Bot, "bench"],
  engineering: [icon.DraftingCompass, "desk"],
  history: [icon.Landmark, "desk"],
  environment: [icon.Leaf, "outdoors"],
  art: [icon.Palette, "bench"],
  design: [icon.PenTool, "desk"],
  photography: [icon.Camera, "bench"],
  music: [icon.Music, "stage"],
  theater: [icon.Drama, "stage"],
  dance: [icon.Disc3, "stage"],
  writing: [icon.Feather, "desk"],
  media: [icon.Radio, "desk"],
  fashion: [icon.Shirt, "bench"],
  cooking: [icon.ChefHat, "bench"],
  children: [icon.Baby, "together"],
  teaching: [icon.School, "together"],
  helping: [icon.HandHeart, "together"],
  healthcare: [icon.Stethoscope, "together"],
  "elder-care": [icon.Armchair, "together"],
  languages: [icon.Languages, "together"],
  psychology: [icon.Brain, "together"],
  faith: [icon.Church, "together"],
  beauty: [icon.Brush, "together"],
  business: [icon.Store, "desk"],
  sales: [icon.ShoppingBasket, "together"],
  marketing: [icon.Megaphone, "stage"],
  law: [icon.Scale, "stage"],
  politics: [icon.Vote, "stage"],
  speaking: [icon.Mic, "stage"],
  hospitality: [icon.ConciergeBell, "together"],
  office: [icon.FolderOpen, "desk"],
  finance: [icon.Coins, "desk"],
  libraries: [icon.BookOpen, "together"],
  logistics: [icon.Package, "bench"],
};

const HAIRS: readonly Hair[] = ["short", "long", "curly"];

/**
 * A picture of work: people where the work is done, and the thing they work with. It says nothing that the words beside it
 * do not say, so screen readers skip it.
 */
export function WorkPicture({ interestId }: { interestId: string }) {
  const [Tool, scene] = WORK[interestId] ?? [icon.Sparkles, "bench" as const];
  // The same person for the same interest, whoever looks: a card that looked otherwise the second time would be another one.
  const hair = HAIRS[Object.keys(WORK).indexOf(interestId) % HAIRS.length] ?? "short";
  return (
    <svg
      aria-hidden
      viewBox="0 0 200 120"
      fill="none"
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeWidth="3"
      className="w-full stroke-ink"
    >
      <WorkScene id={scene} hair={hair} tool={Tool} />
    </svg>
  );
}
