import { useRef, useState } from 'react';
import { addDays, dayOf, sayDay } from '../../../../domain/calendar/day';
import { MAX_DAYS_AHEAD } from '../../../../domain/home-visit/home-visit.rules';
import {
  MAX_AGREED,
  VISIT_PARTNERS,
  VISIT_REASONS,
  type VisitPartner,
  type VisitPlan,
  type VisitReason,
} from '../../../../domain/home-visit/home-visit.schema';
import { Answered } from '../../../components/answered';
import { Button } from '../../../components/button';
import { SomeOf } from '../../../components/choices';
import { DayField } from '../../../components/day-field';
import { useDraft } from '../../../components/edit/use-draft';
import { sayFailure } from '../../../components/failure';
import { TextArea } from '../../../components/field';
import { Notice } from '../../../components/notice';
import { Sheet } from '../../../components/sheet';
import { showToast } from '../../../components/toast';
import { newId } from '../../../platform/id';
import { refetchShown } from '../../../platform/query';
import { useWriteId } from '../../../platform/use-api';
import { usePlanVisit, useVisitForm, type VisitForm } from '../home-visit.queries';
import { CompanionField } from './companion-field';

const REASONS = Object.entries(VISIT_REASONS) as [VisitReason, string][];
const PARTNERS = Object.entries(VISIT_PARTNERS) as [VisitPartner, string][];
const USUAL_DAYS = [0, 1, 2, 3, 4, 5];

interface PlanSheetProps {
  student: { id: string; name: string; classId: string };
  /** The plan to change; a new one without. */
  visitId?: string | undefined;
  onClose(): void;
}

/** 写计划: why, when, with whom and what to ask, mostly by tap. */
export function PlanSheet({ student, visitId, onClose }: PlanSheetProps) {
  const form = useVisitForm({ studentId: student.id, classId: student.classId, visitId });
  if (form.data) return <PlanForm form={form.data} onClose={onClose} />;
  return (
    <Sheet title={`${student.name} · 家访计划`} onClose={onClose}>
      <Answered query={form}>{() => null}</Answered>
    </Sheet>
  );
}

interface Plan extends VisitPlan {
  visitId: string;
  plannedOn: string;
  companionId: string | null;
}

function readPlan(found: unknown): Plan | null {
  const plan = found as Partial<Plan> | undefined;
  return typeof plan?.visitId === 'string' && Array.isArray(plan.reasons) ? (plan as Plan) : null;
}

function PlanForm({ form, onClose }: { form: VisitForm; onClose(): void }) {
  const { student, colleagues, visit } = form;
  const today = dayOf(new Date());
  const draft = useDraft(`visitPlan:${visit?.id ?? student.id}`, readPlan);
  const [initial] = useState<Plan>(
    () =>
      draft.restored ?? {
        visitId: visit?.id ?? newId(),
        reasons: visit?.plan.reasons ?? [],
        plannedOn: visit?.plan.plannedOn ?? addDays(today, 1),
        partners: visit?.plan.partners ?? [],
        askAbout: visit?.plan.askAbout ?? '',
        companionId: visit?.companion ? visit.companion.id : null,
      },
  );
  const plan = useRef(initial);
  const { mutate, isPending, error } = usePlanVisit();
  const writeIdOf = useWriteId();
  const change = (changes: Partial<Plan>) => {
    plan.current = { ...plan.current, ...changes };
    draft.keep(plan.current);
  };
  const save = () => {
    const content = { ...plan.current, studentId: student.id, rev: visit?.rev ?? 0 };
    const onSuccess = () => {
      draft.drop();
      const day = sayDay(content.plannedOn, today);
      showToast({ text: `${student.name}：已计划${day}家访` });
      refetchShown();
      onClose();
    };
    mutate({ ...content, writeId: writeIdOf(content) }, { onSuccess });
  };

  return (
    <Sheet
      title={`${student.name} · 家访计划`}
      footer={<Button kind="main" text="保存" isBusy={isPending} onTap={save} />}
      onClose={onClose}
    >
      {draft.restored !== null && <Notice text="接着上次没有保存的草稿写。" />}
      <SomeOf
        label="为什么去"
        choices={REASONS}
        initial={initial.reasons}
        onChoose={(reasons) => change({ reasons })}
      />
      <DayField
        label="哪天去"
        usual={USUAL_DAYS.map((n) => [addDays(today, n), sayDay(addDays(today, n), today)])}
        from={today}
        to={addDays(today, MAX_DAYS_AHEAD)}
        initial={initial.plannedOn}
        say={(day) => sayDay(day, today)}
        onChoose={(plannedOn) => change({ plannedOn })}
      />
      <SomeOf
        label="见谁"
        choices={PARTNERS}
        initial={initial.partners}
        onChoose={(partners) => change({ partners })}
      />
      <TextArea
        label="想了解什么"
        placeholder="先想好夸什么，再想问什么。"
        max={MAX_AGREED}
        initial={initial.askAbout}
        onInput={(askAbout) => change({ askAbout })}
      />
      <CompanionField
        colleagues={colleagues}
        initial={initial.companionId}
        onChoose={(companionId) => change({ companionId })}
      />
      {error && <Notice kind="error" text={`${sayFailure(error)}内容已留在手机上。`} />}
    </Sheet>
  );
}
