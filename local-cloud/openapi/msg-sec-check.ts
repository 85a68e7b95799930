import { type OpenApi, ok, refuse } from './open-api';
import type { Visitors } from './visitors';

/** Words that stand for what the platform would find; there is no filter here. */
export const RISKY_WORD = '违规测试词';
export const REVIEW_WORD = '复核测试词';
const LABEL = { pass: 100, review: 21000, risky: 20006 };
const LONGEST_CONTENT = 2_500;

/** `security.msgSecCheck`, version 2. */
export function createMsgSecCheck(visitors: Visitors): OpenApi {
  return ({ version, scene, openid, content }) => {
    if (version !== 2) return refuse(47001, 'only version 2 is supported');
    if (![1, 2, 3, 4].includes(scene as number)) return refuse(40129, 'invalid scene');
    if (typeof content !== 'string' || content === '') return refuse(47001, 'content is empty');
    if ([...content].length > LONGEST_CONTENT) return refuse(47001, 'content is too long');
    if (!visitors.isKnown(openid)) return refuse(40003, 'invalid openid');
    if (!visitors.isActive(String(openid)))
      return refuse(61010, 'the user has not used the mini-program within two hours');

    const suggest = content.includes(RISKY_WORD)
      ? 'risky'
      : content.includes(REVIEW_WORD)
        ? 'review'
        : 'pass';
    const label = LABEL[suggest];
    return ok({
      result: { suggest, label },
      detail: [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }],
      trace_id: `local-${scene}-${content.length}`,
    });
  };
}
