import { useState } from 'react';
import { AUDIT_KINDS, type AuditKind } from '../../../../domain/audit/audit.schema';
import { addDays, dayOf } from '../../../../domain/calendar/day';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Chip, Chips } from '../../../components/chip';
import { OneOf } from '../../../components/choices';
import { Empty } from '../../../components/empty';
import { Failure } from '../../../components/failure';
import { Notice } from '../../../components/notice';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { type AuditItem, useAudits } from '../settings.queries';
import { AuditRow } from './components/audit-row';
import { TraceSheet, type Who } from './components/trace-sheet';

type Wanted = AuditKind | 'all';
const KINDS: [Wanted, string][] = [
  ['all', '全部'],
  ...(Object.entries(AUDIT_KINDS) as [AuditKind, string][]),
];
type Since = '7' | '30' | '180' | '0';
const DAYS: [Since, string][] = [
  ['7', '最近一周'],
  ['30', '一个月'],
  ['180', '半年'],
  ['0', '不限'],
];

/** 留痕: who opened, exported and changed what, and why they could. Looking leaves a trace too. */
export default function AuditsPage() {
  const [kind, setKind] = useState<Wanted>('opened');
  const [days, setDays] = useState<Since>('30');
  const [member, setMember] = useState<Who | null>(null);
  const [student, setStudent] = useState<Who | null>(null);
  const [opened, setOpened] = useState<AuditItem | null>(null);
  const audits = useAudits({
    ...(kind !== 'all' && { kind }),
    ...(days !== '0' && { from: addDays(dayOf(new Date()), -Number(days)) }),
    ...(member && { memberId: member.id }),
    ...(student && { studentId: student.id }),
  });
  const items = audits.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Screen
      sheet={
        opened && (
          <TraceSheet
            trace={opened}
            onMember={setMember}
            onStudent={setStudent}
            onClose={() => setOpened(null)}
          />
        )
      }
    >
      <Card>
        <OneOf<Wanted> label="哪一种" choices={KINDS} initial={kind} onChoose={setKind} />
        <OneOf<Since> label="多久以来" choices={DAYS} initial={days} onChoose={setDays} />
        {(member || student) && (
          <Chips>
            {member && <Chip text={`只看 ${member.name} ✕`} onTap={() => setMember(null)} />}
            {student && <Chip text={`只看 ${student.name} ✕`} onTap={() => setStudent(null)} />}
          </Chips>
        )}
      </Card>
      <Notice text="看留痕本身也会留痕。" />
      {audits.isLoading && <Skeleton rows={6} />}
      {audits.error && <Failure error={audits.error} onRetry={() => void audits.refetch()} />}
      {audits.data && items.length === 0 && <Empty text="这些条件下没有留痕。" />}
      {items.length > 0 && (
        <Card>
          {items.map((item) => (
            <AuditRow key={item.id} trace={item} onTap={() => setOpened(item)} />
          ))}
        </Card>
      )}
      {audits.hasNextPage && (
        <Button
          text="再往前"
          isBusy={audits.isFetchingNextPage}
          onTap={() => void audits.fetchNextPage()}
        />
      )}
    </Screen>
  );
}
