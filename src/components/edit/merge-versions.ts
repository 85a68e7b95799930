/** What is edited, part by part: a part's name → its text. */
export type Parts = Readonly<Record<string, string>>;

/** Parts as they are stored, with the revision an edit of them starts from. */
export interface Version {
  rev: number;
  parts: Parts;
}

/** A part that two people wrote differently since the same beginning. */
export interface Difference {
  part: string;
  mine: string;
  theirs: string;
  /** Whose words stand unless the person says otherwise; null if both changed it. */
  proposed: 'mine' | 'theirs' | null;
}

/** A picture is the same before and after the cloud has it: only where it lies differs. */
const plain = (text: string): string => text.replace(/cloud:\/\/[^/]+\//g, '');

const textOf = (parts: Parts, part: string): string => parts[part] ?? '';

/**
 * Where an edit and the version that was stored meanwhile differ. A part that only one of the two
 * changed is proposed as that one wrote it; where both changed it, the person chooses.
 */
export function differencesOf(base: Parts, mine: Parts, theirs: Parts): Difference[] {
  const names = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])];
  return names.flatMap((part) => {
    const [was, my, their] = [base, mine, theirs].map((parts) => textOf(parts, part)) as [
      string,
      string,
      string,
    ];
    if (plain(my) === plain(their)) return [];
    const [isMineOld, isTheirsOld] = [plain(my) === plain(was), plain(their) === plain(was)];
    const proposed = isMineOld ? 'theirs' : isTheirsOld ? 'mine' : null;
    return [{ part, mine: my, theirs: their, proposed }];
  });
}

export const isSameText = (a: Parts, b: Parts): boolean =>
  [...Object.keys(a), ...Object.keys(b)].every(
    (part) => plain(textOf(a, part)) === plain(textOf(b, part)),
  );
