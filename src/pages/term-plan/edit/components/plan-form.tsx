import type { ReactNode } from 'react';
import { refusedFiling, scheduleRows } from '../../../../../domain/term-plan/term-plan.rules';
import { MAX_PLAN_WORDS } from '../../../../../domain/term-plan/term-plan.schema';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { EditFooter } from '../../../../components/edit/edit-footer';
import { VersionsSheet } from '../../../../components/edit/versions-sheet';
import { sayFailure } from '../../../../components/failure';
import { TextArea } from '../../../../components/field';
import { Notice } from '../../../../components/notice';
import { Screen } from '../../../../components/screen';
import { showToast } from '../../../../components/toast';
import { useWriteId } from '../../../../platform/use-api';
import { type PlanAnswer, type PlanOf, useSubmitTermPlan } from '../../term-plan.queries';
import { FiledLine } from './filed-line';
import { usePlanEdit } from './use-plan-edit';

interface PlanFormProps {
  of: PlanOf;
  answer: PlanAnswer;
  onFiled(): void;
  /** How it is printed, as it is stored. */
  print: ReactNode;
  sheet: ReactNode;
}

const LABELS: Record<string, string> = { goals: '目标', measures: '措施', schedule: '安排' };
/** Thirty lines, each with its week. */
const MAX_SCHEDULE = 3000;

/** Goals, measures, and what is held when; saved as often as one likes, then filed (S4-205). */
export function PlanForm({ of, answer, onFiled, print, sheet }: PlanFormProps) {
  const { label, term, plan, may } = answer;
  const edit = usePlanEdit(of, answer);
  const submit = useSubmitTermPlan();
  const writeIdOf = useWriteId();

  const file = () => {
    const { goals = '', measures = '', schedule = '' } = edit.typed();
    const refusal = refusedFiling({ goals, measures, rows: scheduleRows(schedule) });
    if (refusal) return showToast({ text: refusal });
    const content = { ...of, termId: term.id, rev: edit.base.rev };
    submit.mutate(
      { ...content, writeId: writeIdOf(content) },
      {
        onSuccess: () => {
          showToast({ text: '已报备' });
          onFiled();
        },
        onError: (failure) => showToast({ text: sayFailure(failure) }),
      },
    );
    return undefined;
  };
  const isFiled = plan?.filedAt != null && plan.rev === edit.base.rev;
  const fileButton = may.submit && !isFiled && edit.base.rev > 0 && !edit.isChanged && (
    <Button kind="main" text="报备" isBusy={submit.isPending} onTap={file} />
  );
  const versions = edit.conflict && (
    <VersionsSheet
      conflict={edit.conflict}
      labelOf={(part) => LABELS[part] ?? ''}
      onResolve={edit.resolve}
      onClose={edit.closeConflict}
    />
  );
  return (
    <Screen
      footer={
        <EditFooter
          edit={edit}
          kind={fileButton ? 'quiet' : 'main'}
          after={fileButton || undefined}
        />
      }
      sheet={versions || sheet}
    >
      {plan && <FiledLine plan={plan} />}
      {edit.isRestored && (
        <Notice
          kind="care"
          text="这是上次没有保存的草稿。"
          action={<Button kind="link" text="丢弃草稿" onTap={edit.discard} />}
        />
      )}
      {!plan && !edit.isRestored && <Notice text="下面的安排是按学校的会商制度排好的，可以改。" />}
      <Card title={label} aside={term.label}>
        <TextArea
          key={`goals${edit.formKey}`}
          label="目标"
          placeholder="这学期希望孩子们有什么进步"
          max={MAX_PLAN_WORDS}
          initial={edit.initial.goals ?? ''}
          onInput={(text) => edit.type('goals', text)}
        />
        <TextArea
          key={`measures${edit.formKey}`}
          label="措施"
          placeholder="怎样做到，谁来做"
          max={MAX_PLAN_WORDS}
          initial={edit.initial.measures ?? ''}
          onInput={(text) => edit.type('measures', text)}
        />
        <TextArea
          key={`schedule${edit.formKey}`}
          label="安排（一行一次：先写时间，空一格，再写内容）"
          placeholder="第3周 班级学情会商例会"
          max={MAX_SCHEDULE}
          initial={edit.initial.schedule ?? ''}
          onInput={(text) => edit.type('schedule', text)}
        />
      </Card>
      {!edit.isChanged && print}
    </Screen>
  );
}
