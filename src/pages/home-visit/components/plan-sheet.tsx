import { Fragment } from 'react';
import { addDays, dayOf, sayDay } from '../../../../domain/calendar/day';
import { MAX_DAYS_AHEAD } from '../../../../domain/home-visit/home-visit.rules';
import {
  MAX_AGREED,
  VISIT_PARTNERS,
  VISIT_REASONS,
  type VisitPartner,
  type VisitReason,
} from '../../../../domain/home-visit/home-visit.schema';
import { Answered } from '../../../components/answered';
import { SomeOf } from '../../../components/choices';
import { DayField } from '../../../components/day-field';
import { EditFooter } from '../../../components/edit/edit-footer';
import { VersionsSheet } from '../../../components/edit/versions-sheet';
import { TextArea } from '../../../components/field';
import { Notice } from '../../../components/notice';
import { Sheet } from '../../../components/sheet';
import { useVisitForm, type VisitForm } from '../home-visit.queries';
import { CompanionField } from './companion-field';
import { PLAN_PARTS, partnersIn, reasonsIn, sayPlanPart, usePlanEdit } from './use-plan-edit';

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

function PlanForm({ form, onClose }: { form: VisitForm; onClose(): void }) {
  const { student, colleagues } = form;
  const today = dayOf(new Date());
  const edit = usePlanEdit(form, onClose);
  const { initial } = edit;
  if (edit.conflict) {
    return (
      <VersionsSheet
        conflict={edit.conflict}
        labelOf={(part) => PLAN_PARTS[part] ?? ''}
        say={(part, text) => sayPlanPart(form, part, text)}
        onResolve={edit.resolve}
        onClose={edit.closeConflict}
      />
    );
  }
  return (
    <Sheet
      title={`${student.name} · 家访计划`}
      footer={<EditFooter edit={edit} />}
      onClose={onClose}
    >
      {edit.isRestored && <Notice text="接着上次没有保存的草稿写。" />}
      <Fragment key={edit.formKey}>
        <SomeOf
          label={PLAN_PARTS.reasons ?? ''}
          choices={REASONS}
          initial={reasonsIn(initial)}
          onChoose={(reasons) => edit.type('reasons', reasons.join(','))}
        />
        <DayField
          label={PLAN_PARTS.plannedOn ?? ''}
          usual={USUAL_DAYS.map((n) => [addDays(today, n), sayDay(addDays(today, n), today)])}
          from={today}
          to={addDays(today, MAX_DAYS_AHEAD)}
          initial={initial.plannedOn ?? ''}
          say={(day) => sayDay(day, today)}
          onChoose={(plannedOn) => edit.type('plannedOn', plannedOn)}
        />
        <SomeOf
          label={PLAN_PARTS.partners ?? ''}
          choices={PARTNERS}
          initial={partnersIn(initial)}
          onChoose={(partners) => edit.type('partners', partners.join(','))}
        />
        <TextArea
          label={PLAN_PARTS.askAbout ?? ''}
          placeholder="先想好夸什么，再想问什么。"
          max={MAX_AGREED}
          initial={initial.askAbout ?? ''}
          onInput={(askAbout) => edit.type('askAbout', askAbout)}
        />
        <CompanionField
          colleagues={colleagues}
          initial={initial.companionId || null}
          onChoose={(companionId) => edit.type('companionId', companionId ?? '')}
        />
      </Fragment>
    </Sheet>
  );
}
