/** How much larger than usual this person reads, 1 for the usual size of a browser. */
export function textScale(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / USUAL_PX;
}

const USUAL_PX = 16;
