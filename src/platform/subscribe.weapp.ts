/** Template id → `accept`, `reject`, `ban` or `filter`; empty when nothing could be asked. */
export type SubscribeAnswers = Readonly<Record<string, string>>;

/**
 * Asks, in WeChat's popup, whether messages of these templates may be sent, once each.
 *
 * It must be the first thing that a tap does: after anything that waits, WeChat takes it for no
 * tap and refuses. It never fails: who is not asked has agreed to nothing.
 *
 * @param tmplIds at most three
 */
export const requestSubscribe = (tmplIds: string[]): Promise<SubscribeAnswers> =>
  new Promise((resolve) => {
    wx.requestSubscribeMessage({
      tmplIds,
      success: (answers) => resolve(answers as unknown as SubscribeAnswers),
      fail: () => resolve({}),
    });
  });
