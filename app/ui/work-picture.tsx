import type { LucideIcon } from "lucide-react";
import * as icon from "lucide-react";

/** What somebody works with, by interest. */
const TOOLS: Readonly<Record<string, LucideIcon>> = {
  animals: icon.PawPrint,
  gardening: icon.Sprout,
  nature: icon.Trees,
  building: icon.Hammer,
  repair: icon.Wrench,
  crafts: icon.Scissors,
  transport: icon.Bike,
  sports: icon.Dumbbell,
  safety: icon.LifeBuoy,
  science: icon.FlaskConical,
  math: icon.Calculator,
  computers: icon.Laptop,
  robotics: icon.Bot,
  engineering: icon.DraftingCompass,
  history: icon.Landmark,
  environment: icon.Leaf,
  art: icon.Palette,
  design: icon.PenTool,
  photography: icon.Camera,
  music: icon.Music,
  theater: icon.Drama,
  dance: icon.Disc3,
  writing: icon.Feather,
  media: icon.Radio,
  fashion: icon.Shirt,
  cooking: icon.ChefHat,
  children: icon.Baby,
  teaching: icon.School,
  helping: icon.HandHeart,
  healthcare: icon.Stethoscope,
  "elder-care": icon.Armchair,
  languages: icon.Languages,
  psychology: icon.Brain,
  faith: icon.Church,
  beauty: icon.Brush,
  business: icon.Store,
  sales: icon.ShoppingBasket,
  marketing: icon.Megaphone,
  law: icon.Scale,
  politics: icon.Vote,
  speaking: icon.Mic,
  hospitality: icon.ConciergeBell,
  office: icon.FolderOpen,
  finance: icon.Coins,
  libraries: icon.BookOpen,
  logistics: icon.Package,
};

/**
 * A picture of work: somebody at a bench, and on it the thing they work with. It says nothing that the words beside it
 * do not say, so screen readers skip it.
 */
export function WorkPicture({ interestId }: { interestId: string }) {
  const Tool = TOOLS[interestId] ?? icon.Sparkles;
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
      <circle cx="150" cy="44" r="34" className="fill-sun stroke-none" />
      <path d="M44 112V74c0-14 8-22 20-22s20 8 20 22v38Z" className="fill-accent" />
      <circle cx="64" cy="34" r="15" className="fill-surface" />
      <path d="M49 33c0-22 30-22 30 0-5-8-10-9-15-9s-10 2-15 9Z" className="fill-ink" />
      <path d="M76 68c8 10 14 13 28 15" strokeWidth="9" />
      <path d="M76 68c8 10 14 13 28 15" className="stroke-accent" strokeWidth="4" />
      <Tool x="116" y="16" width="66" height="66" strokeWidth={1.6} />
      <path d="M98 88h94M108 88v24M182 88v24" className="stroke-accent" />
      <path d="M6 112h188" className="stroke-accent" strokeWidth="4" />
    </svg>
  );
}
