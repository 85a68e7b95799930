import { checkMessage } from './cloud';

/** What WeChat makes of a text. `review`: nobody but its writer sees it before a person has. */
export type Verdict = 'pass' | 'review' | 'risky';

/** The longest text that one check takes, and its scene: 2 is what people write to one another. */
const LONGEST = 2_500;
const SCENE = 2;

const WORST: readonly Verdict[] = ['risky', 'review', 'pass'];

async function checkPart(openid: string, content: string): Promise<Verdict> {
  try {
    const { result } = await checkMessage({ version: 2, scene: SCENE, openid, content });
    return WORST.find((verdict) => verdict === result.suggest) ?? 'review';
  } catch {
    // Without an answer nothing is lost and nothing is shown: a person decides.
    return 'review';
  }
}

/**
 * Check what a guardian or student has written, all its texts together, at the time of writing:
 * WeChat checks only for whom has opened the mini-program within two hours. One request as a rule.
 */
export async function checkContent(openid: string, texts: readonly string[]): Promise<Verdict> {
  const characters = [...texts.filter(Boolean).join('\n')];
  const parts: string[] = [];
  for (let from = 0; from < characters.length; from += LONGEST) {
    parts.push(characters.slice(from, from + LONGEST).join(''));
  }
  const verdicts = await Promise.all(parts.map((part) => checkPart(openid, part)));
  return WORST.find((verdict) => verdicts.includes(verdict)) ?? 'pass';
}
