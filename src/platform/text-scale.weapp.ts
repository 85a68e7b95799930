/** How much larger than usual this person reads, 1 for the usual size. */
export function textScale(): number {
  const { fontSizeScaleFactor, fontSizeSetting } = wx.getAppBaseInfo();
  return fontSizeScaleFactor || (fontSizeSetting || USUAL_PX) / USUAL_PX;
}

const USUAL_PX = 17;
