import { type Term, termLabel } from '../../domain/calendar/term';
import type { PlanLevel } from '../../domain/school/plan-level';
import type { TermPlan } from '../../domain/term-plan/term-plan.schema';
import { type Block, faint, form, label, listing, signatures, title, wide } from './book';

const EMPTY_PLAN_ROWS = 14;

const SIGNERS: Record<PlanLevel, readonly string[]> = {
  class: ['班主任', '级部主任', '教务处'],
  division: ['级部主任', '教务处'],
  school: ['教务处', '校长'],
};

interface PlanOnPaper {
  plan: TermPlan | null;
  level: PlanLevel;
  /** Whose it is. */
  place: string;
  term: Term;
}

/** The plan of a place and term (S4-205, S4-232); without one there is room to write it. */
export function planBlocks({ plan, level, place, term }: PlanOnPaper): Block[] {
  const rows = plan?.rows.map(({ when, what }) => [when, what, '']) ?? [];
  const empty = Array.from({ length: EMPTY_PLAN_ROWS }, () => ['', '', '']);
  const filed = plan?.filedAt ? `已报备，报备人：${plan.filedByName ?? ''}` : '';
  return [
    title('学情会商计划', `${place}　${termLabel(term)}`),
    form(
      [3, 17],
      [
        [label('目标'), wide(plan?.goals ?? '', 1, 6)],
        [label('措施'), wide(plan?.measures ?? '', 1, 6)],
      ],
    ),
    listing(
      [
        ['时间', 4],
        ['会商内容', 12],
        ['落实情况', 4],
      ],
      rows.length > 0 ? rows : empty,
    ),
    ...(filed === '' ? [] : [faint(filed)]),
    signatures(...SIGNERS[level]),
  ];
}
