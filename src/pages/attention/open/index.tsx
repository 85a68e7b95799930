import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { CaseKind } from '../../../../domain/attention/case-kinds';
import { Answered } from '../../../components/answered';
import { Card } from '../../../components/card';
import { Notice } from '../../../components/notice';
import { Row } from '../../../components/row';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { openPage } from '../../../platform/navigate';
import { type CaseForm, useCase, useCaseForm } from '../attention.queries';
import { PlanForm } from './components/plan-form';

/** 个案育人计划 to write: a new file of one kind, or one that stands. */
export default function OpenCasePage() {
  const { studentId = '', caseId } = useRouter().params;
  if (caseId !== undefined) return <Standing caseId={caseId} />;
  return <New studentId={studentId} />;
}

function Standing({ caseId }: { caseId: string }) {
  const found = useCase(caseId);
  if (found.data) return <PlanForm {...found.data} kind={found.data.kind} found={found.data} />;
  return <Waiting query={found} />;
}

function New({ studentId }: { studentId: string }) {
  const form = useCaseForm(studentId);
  const [kind, setKind] = useState<CaseKind | null>(null);
  if (!form.data) return <Waiting query={form} />;
  if (kind !== null) return <PlanForm {...form.data} kind={kind} found={null} />;
  return <Kinds form={form.data} onChoose={setKind} />;
}

function Kinds({ form, onChoose }: { form: CaseForm; onChoose(kind: CaseKind): void }) {
  return (
    <Screen>
      <Notice text="每种档案都从长处写起。特长和潜能档案是成长记录，不是关注名单。" />
      <Card title={form.student.name} aside={form.student.classLabel}>
        {form.kinds.map(({ kind, label, caseId }) => (
          <Row
            key={kind}
            title={label}
            note={caseId === null ? '' : '已经建立，点开查看'}
            onTap={() => (caseId === null ? onChoose(kind) : openPage('attentionCase', { caseId }))}
          />
        ))}
      </Card>
    </Screen>
  );
}

function Waiting({
  query,
}: {
  query: ReturnType<typeof useCase> | ReturnType<typeof useCaseForm>;
}) {
  return (
    <Screen>
      <Answered query={query as ReturnType<typeof useCase>} skeleton={<Skeleton rows={6} />}>
        {() => null}
      </Answered>
    </Screen>
  );
}
