import type { ClassTally, Summary, SummaryChange, SummaryWords } from './summary.schema';
import { SUMMARY_WORDS } from './summary.schema';

type Compared = Pick<Summary, 'classes' | 'duties' | 'words' | 'divisions' | 'placeLabel'>;

const FIGURES: Partial<Record<keyof ClassTally, string>> = {
  students: '学生人数',
  seen: '面谈的学生',
  talks: '面谈',
  homeVisits: '家访',
  forms: '互动表',
  unseen: '还没见到',
  lateResolutions: '晚了的决议',
};

const shown = (value: string): string => (value === '' ? '没有写' : value);

function classChanges(before: Compared, after: Compared): SummaryChange[] {
  const ids = [...new Set([...before.classes, ...after.classes].map(({ classId }) => classId))];
  return ids.flatMap((classId) => {
    const was = before.classes.find((one) => one.classId === classId);
    const is = after.classes.find((one) => one.classId === classId);
    const label = (is ?? was)?.label ?? '';
    return (Object.keys(FIGURES) as (keyof ClassTally)[]).flatMap((field) => {
      const from = String(was?.[field] ?? '没有数');
      const to = String(is?.[field] ?? '没有数');
      return from === to ? [] : [{ what: `${FIGURES[field]}（${label}）`, from, to }];
    });
  });
}

/** What a place is called in a summary; of places that it does not know, nothing. */
export function placeLabelIn(
  { classes, divisions, placeLabel }: Pick<Compared, 'classes' | 'divisions' | 'placeLabel'>,
  placeId: string,
): string {
  return (
    classes.find(({ classId }) => classId === placeId)?.label ??
    divisions.find((one) => one.placeId === placeId)?.label ??
    placeLabel
  );
}

function dutyChanges(before: Compared, after: Compared): SummaryChange[] {
  const countsOf = ({ duties }: Compared) =>
    new Map(
      duties.flatMap(({ dutyId, title, places }) =>
        places.map(({ placeId, done, of }) => [
          `${dutyId}~${placeId}`,
          { title, placeId, says: `${done}/${of}` },
        ]),
      ),
    );
  const was = countsOf(before);
  const is = countsOf(after);
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const from = was.get(key)?.says ?? '没有数';
    const to = is.get(key)?.says ?? '没有数';
    const { title = '', placeId = '' } = is.get(key) ?? was.get(key) ?? {};
    return from === to ? [] : [{ what: `${title}（${placeLabelIn(after, placeId)}）`, from, to }];
  });
}

const wordChanges = (before: SummaryWords, after: SummaryWords): SummaryChange[] =>
  (Object.keys(SUMMARY_WORDS) as (keyof SummaryWords)[]).flatMap((part) =>
    before[part] === after[part]
      ? []
      : [{ what: SUMMARY_WORDS[part], from: shown(before[part]), to: shown(after[part]) }],
  );

/** What a correction changes, in words: who reads it need not compare two versions themselves. */
export const changesBetween = (before: Compared, after: Compared): SummaryChange[] => [
  ...classChanges(before, after),
  ...dutyChanges(before, after),
  ...wordChanges(before.words, after.words),
];
