import { useRef, useState } from 'react';
import { addDays, dayOf, sayDay } from '../../../../domain/calendar/day';
import {
  VISIT_PARTNERS,
  VISIT_REASONS,
  type VisitPartner,
  type VisitReason,
} from '../../../../domain/home-visit/home-visit.schema';
import type { Parts } from '../../../components/edit/merge-versions';
import { useEdit } from '../../../components/edit/use-edit';
import { showToast } from '../../../components/toast';
import { newId } from '../../../platform/id';
import { refetchShown } from '../../../platform/query';
import { usePlanVisit, type Visit, type VisitForm } from '../home-visit.queries';

export const PLAN_PARTS: Record<string, string> = {
  reasons: '为什么去',
  plannedOn: '哪天去',
  partners: '见谁',
  askAbout: '想了解什么',
  companionId: '同行的老师',
};

const listIn = <K extends string>(text = ''): K[] => (text === '' ? [] : (text.split(',') as K[]));
export const reasonsIn = ({ reasons }: Parts): VisitReason[] => listIn(reasons);
export const partnersIn = ({ partners }: Parts): VisitPartner[] => listIn(partners);

const partsOf = ({ id: visitId, plan, companion }: Visit): Parts => ({
  visitId,
  reasons: plan.reasons.join(','),
  plannedOn: plan.plannedOn ?? '',
  partners: plan.partners.join(','),
  askAbout: plan.askAbout,
  companionId: companion ? companion.id : '',
});

/** A new plan: tomorrow, to begin with. */
const newParts = (plannedOn: string): Parts => ({
  ...{ visitId: newId(), reasons: '', plannedOn, partners: '', askAbout: '', companionId: '' },
});

/** How a part reads where two versions stand side by side. */
export function sayPlanPart({ colleagues }: VisitForm, part: string, text: string): string {
  const today = dayOf(new Date());
  if (part === 'reasons')
    return reasonsIn({ reasons: text })
      .map((key) => VISIT_REASONS[key])
      .join('、');
  if (part === 'partners') {
    return partnersIn({ partners: text })
      .map((key) => VISIT_PARTNERS[key])
      .join('、');
  }
  if (part === 'plannedOn') return text && sayDay(text, today);
  if (part === 'companionId') return colleagues.find(({ id }) => id === text)?.name ?? '没有';
  return text;
}

/** The edit of a plan; without a network it waits, and a stale one is shown both versions. */
export function usePlanEdit(form: VisitForm, onClose: () => void) {
  const { student, visit } = form;
  const today = dayOf(new Date());
  const draftKey = `visitPlan:${visit?.id ?? student.id}`;
  const [first] = useState(() => (visit ? partsOf(visit) : newParts(addDays(today, 1))));
  const sent = useRef('');
  const { mutateAsync } = usePlanVisit(student.name, draftKey);
  return useEdit({
    draftKey,
    stored: { rev: visit?.rev ?? 0, parts: visit ? first : { ...first, plannedOn: '' } },
    proposed: visit ? undefined : first,
    send(parts, rev, writeId) {
      const { visitId = '', plannedOn = '', askAbout = '', companionId } = parts;
      sent.current = plannedOn;
      return mutateAsync({
        ...{ visitId, studentId: student.id, rev, writeId, plannedOn, askAbout },
        ...{ reasons: reasonsIn(parts), partners: partnersIn(parts) },
        companionId: companionId || null,
      });
    },
    standing: (data) => {
      const current = data as Visit;
      return { rev: current.rev, parts: partsOf(current), byName: current.updatedByName };
    },
    savedText: `${student.name}：家访计划已保存`,
    onSaved() {
      showToast({ text: `${student.name}：已计划${sayDay(sent.current, today)}家访` });
      refetchShown();
      onClose();
    },
  });
}
