import type { DutyTally, PeriodKind, SummaryLevel } from './summary.schema';
import { summaryTitle } from './summary-period.rules';
import { type FigureSum, sumPlaces } from './tally.rules';

/** What a card, a chat text and a robot's message are made of: figures, and never a person. */
export interface Figure {
  label: string;
  value: string;
}

interface Titled {
  level: SummaryLevel;
  periodKind: PeriodKind;
  placeLabel: string;
  periodLabel: string;
}

/** 七年级(3)班第9周小结, 全校10月通报, 全校本学期汇总. */
export function sayTitle({ level, periodKind, placeLabel, periodLabel }: Titled): string {
  const title = summaryTitle(level, periodKind);
  if (periodKind === 'week') return `${placeLabel}${periodLabel}小结`;
  return periodKind === 'term' ? `${placeLabel}${title}` : `${placeLabel}${periodLabel}${title}`;
}

/** With its version, where it is not the first. */
export const sayEdition = (titled: Titled & { version: number }): string =>
  titled.version > 1 ? `${sayTitle(titled)}（第 ${titled.version} 版）` : sayTitle(titled);

/** The five or six figures that fit a card (look.md): what was owed, what was done. */
export function cardFigures(sum: FigureSum, duties: readonly DutyTally[]): Figure[] {
  const owed = sumPlaces(duties.flatMap(({ places }) => places));
  return [
    { label: '面谈的学生', value: `${sum.seen}/${sum.students}` },
    { label: '家访', value: `${sum.homeVisits} 户` },
    { label: '互动表', value: `${sum.forms} 份` },
    { label: '应做的会商工作', value: `${owed.done}/${owed.of}` },
    { label: '逾期', value: `${owed.late} 项` },
    { label: '晚了的决议', value: `${sum.lateResolutions} 条` },
  ];
}

/** What families see of a class: what was done for the children, not what colleagues owe. */
export const familyFigures = (sum: FigureSum): Figure[] => [
  { label: '面谈的学生', value: `${sum.seen}/${sum.students}` },
  { label: '家访', value: `${sum.homeVisits} 户` },
  { label: '互动表', value: `${sum.forms} 份` },
];

/** Words for a chat, ready to paste; no student and no colleague is named. */
export function sayForChat(titled: Titled, sum: FigureSum, duties: readonly DutyTally[]): string {
  const owed = sumPlaces(duties.flatMap(({ places }) => places));
  const parts = [
    `与 ${sum.seen} 名同学面谈 ${sum.talks} 次`,
    `家访 ${sum.homeVisits} 户`,
    `收到互动表 ${sum.forms} 份`,
    ...(owed.of > 0 ? [`会商工作应做 ${owed.of} 项、已做 ${owed.done} 项`] : []),
    ...(sum.unseen > 0 ? [`还有 ${sum.unseen} 名同学近期没有面谈`] : []),
  ];
  return `${sayTitle(titled)}：${parts.join('，')}。`;
}
