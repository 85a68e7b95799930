import { scheduleRows, scheduleText } from '../../../../../domain/term-plan/term-plan.rules';
import { useEdit } from '../../../../components/edit/use-edit';
import {
  type PlanAnswer,
  type PlanOf,
  type StoredPlan,
  useReviseTermPlan,
} from '../../term-plan.queries';

const partsOf = ({ goals, measures, rows }: Pick<StoredPlan, 'goals' | 'measures' | 'rows'>) => ({
  goals,
  measures,
  schedule: scheduleText(rows),
});

/** The edit of a plan; a new one begins with what the school's rules ask. */
export function usePlanEdit(of: PlanOf, { term, plan, suggested }: PlanAnswer) {
  const { mutateAsync } = useReviseTermPlan();
  const nothing = { goals: '', measures: '', rows: [] };
  return useEdit({
    draftKey: `termPlan~${term.id}~${of.placeId}`,
    stored: { rev: plan?.rev ?? 0, parts: partsOf(plan ?? nothing) },
    proposed: plan ? undefined : partsOf({ ...nothing, rows: suggested }),
    send: ({ goals = '', measures = '', schedule = '' }, rev, writeId) =>
      mutateAsync({
        ...of,
        termId: term.id,
        ...{ rev, writeId, goals, measures, rows: scheduleRows(schedule) },
      }),
    standing: (data) => {
      const standing = data as StoredPlan;
      return { rev: standing.rev, parts: partsOf(standing), byName: standing.updatedByName };
    },
    savedText: '计划：已保存',
  });
}
